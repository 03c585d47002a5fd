import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caAuthenticationTransferBlocked } from "./rule";

testExamples(caAuthenticationTransferBlocked, examples);
