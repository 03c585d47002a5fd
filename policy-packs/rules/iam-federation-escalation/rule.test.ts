import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamFederationEscalation } from "./rule";

testExamples(iamFederationEscalation, examples);
