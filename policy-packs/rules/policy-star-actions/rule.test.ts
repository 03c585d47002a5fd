import { surroundingsWith } from "../reference-data.test-support";
import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyStarActions } from "./rule";

testExamples(policyStarActions, examples, surroundingsWith("s3", "ec2", "ce", "sts"));
