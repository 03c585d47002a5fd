import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyAssumeAnyRole } from "./rule";

testExamples(policyAssumeAnyRole, examples);
