import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caRisk } from "./rule";

testExamples(caRisk, examples);
