import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamExclusiveAttachments } from "./rule";

testExamples(iamExclusiveAttachments, examples);
