import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamPhysicalNames } from "./rule";

testExamples(iamPhysicalNames, examples);
