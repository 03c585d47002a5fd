import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caMfaForGuests } from "./rule";

testExamples(caMfaForGuests, examples);
