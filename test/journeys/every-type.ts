import { join } from "node:path";
import { projectRoot } from "#engine";

/** The program that has one of each resource type. */
export const everyType = join(projectRoot(), "test", "journeys", "every-type");

/** The config that it takes, for the account in which it makes what it makes in AWS. */
export function everyTypeConfig(accountId = "111122223333"): Record<string, unknown> {
  return {
    "aws:region": "us-east-1",
    "aws:assumeRoles": [{ roleArn: `arn:aws:iam::${accountId}:role/Deployer` }],
    "azuread:tenantId": "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  };
}
