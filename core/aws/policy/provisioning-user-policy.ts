import type { PolicyDocument } from "./policy-document";

/** What Entra's role import needs, and nothing else. Source: Microsoft's tutorial for AWS Single-Account Access. */
export function provisioningUserPolicy(): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["iam:ListRoles"], Resource: ["*"] }],
  };
}
