import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caPersistentBrowser } from "./rule";

testExamples(caPersistentBrowser, examples);
