import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyServiceLinkedRole } from "./rule";

testExamples(policyServiceLinkedRole, examples);
