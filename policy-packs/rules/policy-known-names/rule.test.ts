import { surroundingsWith } from "../reference-data.test-support";
import { testExamples } from "../rule.test-support";
import { examples } from "./examples";
import { policyKnownNames } from "./rule";

testExamples(policyKnownNames, examples, surroundingsWith("s3", "iam", "sts", "ec2", "sqs"));
