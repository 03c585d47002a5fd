import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamPoliciesThroughGroups } from "./rule";

testExamples(iamPoliciesThroughGroups, examples);
