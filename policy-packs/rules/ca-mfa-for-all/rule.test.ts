import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caMfaForAll } from "./rule";

testExamples(caMfaForAll, examples);
