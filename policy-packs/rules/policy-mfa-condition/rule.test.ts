import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyMfaCondition } from "./rule";

testExamples(policyMfaCondition, examples);
