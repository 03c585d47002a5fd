import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { iamUser } from "../iam-examples";
import { roleWithTrust, trustingRole, trusts } from "../trust-examples";

const passing: readonly RuleExample[] = [
  {
    title: "a SAML provider, whose metadata only the update tells",
    resources: [
      {
        type: "aws:iam/samlProvider:SamlProvider",
        name: "entra",
        properties: { name: "EntraID", samlMetadataDocument: unknownAtPreview },
      },
    ],
    findings: [],
  },
  {
    title: "IAM Identity Center",
    resources: [{ type: "aws:ssoadmin/permissionSet:PermissionSet", name: "developer", properties: { name: "Dev" } }],
    findings: [],
  },
  {
    title: "a role that trusts a provider of another stack",
    resources: [
      trustingRole(
        "Developer",
        trusts({ Federated: "arn:aws:iam::111122223333:saml-provider/EntraID" }, {}, "sts:AssumeRoleWithSAML"),
      ),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "users, and no SAML provider",
    resources: [iamUser("Kim"), trustingRole("Machine", trusts({ Service: "ec2.amazonaws.com" }))],
    findings: [
      {
        outcome: "violation",
        message: "the stack declares the account's scope, has no SAML provider, and no role trusts one",
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a role whose trust policy only the update tells",
    resources: [roleWithTrust("Developer", unknownAtPreview)],
    findings: [
      {
        outcome: "undetermined",
        resource: "Developer",
        property: "assumeRolePolicy",
        message: "the stack has no SAML provider, and whether this role trusts one is known only after the update",
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
