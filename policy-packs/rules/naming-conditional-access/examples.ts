import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const federation: readonly ExampleResource[] = [
  {
    type: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
    name: "application",
    properties: { templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5" },
  },
  {
    type: "azuread:index/servicePrincipal:ServicePrincipal",
    name: "servicePrincipal",
    properties: { clientId: unknownAtPreview, objectId: unknownAtPreview },
    from: { clientId: ["application"] },
  },
];

const policy = (
  displayName: unknown,
  grantControls: unknown = { operator: "OR", builtInControls: ["mfa"] },
  from: readonly string[] = ["servicePrincipal"],
): ExampleResource => ({
  type: "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
  name: "policy",
  properties: { displayName, grantControls, conditions: { applications: unknownAtPreview } },
  from: { conditions: from },
});

const passing: readonly RuleExample[] = [
  { title: "the convention's name", resources: [...federation, policy("AWS Console – MFA – Account1")], findings: [] },
  {
    title: "one policy for all accounts, named for none",
    resources: [...federation, policy("AWS Console – MFA")],
    findings: [],
  },
  {
    title: "a policy for other applications",
    resources: [...federation, policy("CA001: MFA for everybody", undefined, [])],
    findings: [],
  },
  {
    title: "a policy for AWS that demands something else",
    resources: [
      ...federation,
      policy("AWS Console – managed device", { operator: "OR", builtInControls: ["compliantDevice"] }),
    ],
    findings: [],
  },
  {
    title: "a convention of one's own",
    resources: [...federation, policy("CA-AWS-Account1")],
    settings: { pattern: "CA-AWS-{account}" },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "MFA for the application of AWS under another name",
    resources: [...federation, policy("Require MFA")],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "displayName",
        message:
          'the policy "Require MFA" demands MFA for AWS, but its name is not of the form "AWS Console – MFA – {account}"',
      },
    ],
  },
  {
    title: "an authentication strength for a group that gives a role in AWS",
    resources: [
      ...federation,
      { type: "azuread:index/group:Group", name: "group", properties: { objectId: unknownAtPreview } },
      {
        type: "azuread:index/appRoleAssignment:AppRoleAssignment",
        name: "assignment",
        properties: { principalObjectId: unknownAtPreview, resourceObjectId: unknownAtPreview, appRoleId: "imported" },
        from: { principalObjectId: ["group"], resourceObjectId: ["servicePrincipal"] },
      },
      policy("Strong", { operator: "OR", authenticationStrengthPolicyId: "/policies/x" }, ["group"]),
    ],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "displayName",
        message:
          'the policy "Strong" demands MFA for AWS, but its name is not of the form "AWS Console – MFA – {account}"',
      },
    ],
  },
  {
    title: "the convention's beginning without an account",
    resources: [policy("AWS Console – MFA – ", undefined, [])],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "displayName",
        message:
          'the policy "AWS Console – MFA – " begins as those that demand MFA for AWS, but its name is not of the form "AWS Console – MFA – {account}"',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a name that is computed from what the cloud invents",
    resources: [...federation, policy(unknownAtPreview)],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "displayName",
        message: "the policy's name is known only after the update, so it cannot be compared with the convention",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
