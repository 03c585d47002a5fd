import { surroundingsWith } from "../reference-data.test-support";
import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyStarResources } from "./rule";

testExamples(policyStarResources, examples, surroundingsWith("s3", "ec2", "iam", "sqs", "sts", "kms"));
