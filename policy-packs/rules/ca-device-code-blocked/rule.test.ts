import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { caDeviceCodeBlocked } from "./rule";

testExamples(caDeviceCodeBlocked, examples);
