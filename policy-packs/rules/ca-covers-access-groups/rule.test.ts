import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caCoversAccessGroups } from "./rule";

testExamples(caCoversAccessGroups, examples);
