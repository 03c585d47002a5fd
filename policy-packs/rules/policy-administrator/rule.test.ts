import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyAdministrator } from "./rule";

testExamples(policyAdministrator, examples);
