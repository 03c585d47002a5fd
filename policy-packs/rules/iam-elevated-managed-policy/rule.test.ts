import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { iamElevatedManagedPolicy } from "./rule";

testExamples(iamElevatedManagedPolicy, examples);
