import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { applicationAssignmentRequired } from "./rule";

testExamples(applicationAssignmentRequired, examples);
