import type { PolicyDocument } from "./policy-document";

/**
 * The trust policy of a federated role: one Allow, one action, one SAML provider, one audience.
 *
 * Entra's role import takes a role only in exactly this shape; a second action such as `sts:TagSession` was reported to
 * make the next import disable the role (azure-docs#17151, #28815, #51322).
 *
 * @param trust.audience The partition's SAML endpoint: AWS compares `SAML:aud` with the response's Recipient.
 */
export function federatedTrustPolicy(trust: { samlProviderArn: string; audience: string }): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: [trust.samlProviderArn] },
        Action: ["sts:AssumeRoleWithSAML"],
        Condition: { StringEquals: { "SAML:aud": [trust.audience] } },
      },
    ],
  };
}
