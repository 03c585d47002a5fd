import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caBreakGlassExcluded } from "./rule";

testExamples(caBreakGlassExcluded, examples);
