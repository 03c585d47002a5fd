import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caHasTargets } from "./rule";

testExamples(caHasTargets, examples);
