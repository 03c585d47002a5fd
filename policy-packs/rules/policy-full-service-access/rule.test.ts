import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyFullServiceAccess } from "./rule";

testExamples(policyFullServiceAccess, examples);
