import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caExclusionsCovered } from "./rule";

testExamples(caExclusionsCovered, examples);
