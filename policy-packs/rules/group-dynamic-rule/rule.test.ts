import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { groupDynamicRule } from "./rule";

testExamples(groupDynamicRule, examples);
