import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caMfaForManagement } from "./rule";

testExamples(caMfaForManagement, examples);
