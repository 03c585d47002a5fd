import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { trustComputeService } from "./rule";

testExamples(trustComputeService, examples);
