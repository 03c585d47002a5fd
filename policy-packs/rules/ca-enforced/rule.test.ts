import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caEnforced } from "./rule";

testExamples(caEnforced, examples);
