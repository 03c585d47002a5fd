import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policySize } from "./rule";

testExamples(policySize, examples);
