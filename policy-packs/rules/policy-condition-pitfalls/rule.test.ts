import { surroundingsWith } from "../reference-data.test-support";
import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyConditionPitfalls } from "./rule";

testExamples(policyConditionPitfalls, examples, surroundingsWith("s3", "iam", "ec2", "sqs", "sts", "lambda"));
