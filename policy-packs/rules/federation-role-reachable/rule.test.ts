import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { federationRoleReachable } from "./rule";

testExamples(federationRoleReachable, examples);
