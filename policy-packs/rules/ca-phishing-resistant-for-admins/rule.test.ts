import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caPhishingResistantForAdmins } from "./rule";

testExamples(caPhishingResistantForAdmins, examples);
