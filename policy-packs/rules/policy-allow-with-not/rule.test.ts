import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyAllowWithNot } from "./rule";

testExamples(policyAllowWithNot, examples);
