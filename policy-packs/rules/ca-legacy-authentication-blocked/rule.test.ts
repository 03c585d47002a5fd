import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caLegacyAuthenticationBlocked } from "./rule";

testExamples(caLegacyAuthenticationBlocked, examples);
