import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caNoDanglingReference } from "./rule";

testExamples(caNoDanglingReference, examples);
