import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamWeakensLimits } from "./rule";

testExamples(iamWeakensLimits, examples);
