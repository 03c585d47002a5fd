import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { allowing, iamRole, rolePolicy } from "../iam-examples";

const denying = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }],
});

const passing: readonly RuleExample[] = [
  {
    title: "reading identity providers",
    resources: [iamRole("Auditor"), rolePolicy("Auditor", allowing(["iam:GetSAMLProvider", "iam:List*"]))],
    findings: [],
  },
  {
    title: "the administrators' role",
    resources: [iamRole("Administrator"), rolePolicy("Administrator", allowing("iam:*SAMLProvider"))],
    findings: [],
  },
  {
    title: "a role that is listed as an administrators' one",
    resources: [iamRole("Deployer"), rolePolicy("Deployer", allowing("iam:*SAMLProvider"))],
    settings: { administratorRoles: ["Deployer"] },
    findings: [],
  },
  {
    title: "deleting policies where none denies anything",
    resources: [iamRole("Developer"), rolePolicy("Developer", allowing("iam:DeleteRolePolicy"))],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "the certificate of an identity provider",
    resources: [
      iamRole("Developer"),
      rolePolicy("Developer", allowing("iam:UpdateSAMLProvider", "arn:aws:iam::111122223333:saml-provider/EntraID")),
    ],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message:
          'the role "Developer" can change who is let in from outside: `iam:UpdateSAMLProvider` on ' +
          '"arn:aws:iam::111122223333:saml-provider/EntraID" → exchanges the certificate that assertions are verified ' +
          "with, and signs in as any federated role",
      },
    ],
  },
  {
    title: "deleting policies where one of another role denies something",
    resources: [
      iamRole("Developer"),
      rolePolicy("Developer", allowing("iam:DeleteRolePolicy")),
      iamRole("Ops"),
      rolePolicy("Ops", denying),
    ],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "violation",
        property: "policy.Statement[0]",
        message:
          'the role "Developer" can change who is let in from outside: `iam:DeleteRolePolicy` → deletes an inline policy ' +
          "of any role, and with it a Deny",
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a document that only the update tells",
    resources: [iamRole("Developer"), rolePolicy("Developer", unknownAtPreview)],
    findings: [
      {
        resource: "Developer-inline",
        outcome: "undetermined",
        property: "policy",
        message: 'what the role "Developer" may do is not known: nobody has read "Developer-inline.policy"',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
