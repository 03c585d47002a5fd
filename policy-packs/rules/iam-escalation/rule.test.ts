import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamEscalation } from "./rule";

testExamples(iamEscalation, examples);
