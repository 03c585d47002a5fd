import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamNoUsers } from "./rule";

testExamples(iamNoUsers, examples);
