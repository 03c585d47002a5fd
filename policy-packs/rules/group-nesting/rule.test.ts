import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { groupNesting } from "./rule";

testExamples(groupNesting, examples);
