import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { accountAccessAnalyzer } from "./rule";

testExamples(accountAccessAnalyzer, examples);
