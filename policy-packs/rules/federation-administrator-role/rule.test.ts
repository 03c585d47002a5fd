import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { federationAdministratorRole } from "./rule";

testExamples(federationAdministratorRole, examples);
