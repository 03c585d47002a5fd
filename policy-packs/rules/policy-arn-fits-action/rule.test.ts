import { surroundingsWith } from "../reference-data.test-support";
import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyArnFitsAction } from "./rule";

testExamples(policyArnFitsAction, examples, surroundingsWith("s3", "iam", "ec2", "sqs", "kms", "sts", "dynamodb"));
