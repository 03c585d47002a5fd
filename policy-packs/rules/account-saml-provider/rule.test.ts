import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { accountSamlProvider } from "./rule";

testExamples(accountSamlProvider, examples);
