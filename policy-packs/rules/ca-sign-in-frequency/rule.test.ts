import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caSignInFrequency } from "./rule";

testExamples(caSignInFrequency, examples);
