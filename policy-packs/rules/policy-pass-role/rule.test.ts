import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyPassRole } from "./rule";

testExamples(policyPassRole, examples);
