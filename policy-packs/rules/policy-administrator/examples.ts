import { unknownAtPreview, type ExampleResource, type RuleExample } from "../example";
import {
  allowing,
  documentText,
  inPolicy,
  managedPolicy,
  roleTrusting,
  unknownDocumentExample,
} from "../example-policies";

const all = { Effect: "Allow", Action: "*", Resource: "*" };
const everything = "everything on everything, or enough of IAM to take it";
const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };

const role = (properties: ExampleResource["properties"] = {}): ExampleResource => {
  const { properties: own, ...rest } = roleTrusting(trust);
  return { ...rest, properties: { ...own, ...properties } };
};

const inline = (name: string, ...statements: readonly Readonly<Record<string, unknown>>[]): ExampleResource => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name,
  properties: { role: "Role", policy: documentText(...statements) },
});

const attached = (policyArn: unknown, to = "Role"): ExampleResource => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "attachment",
  properties: { role: to, policyArn },
});

const passing: readonly RuleExample[] = [
  allowing("all of one service", { Action: "s3:*", Resource: "*" }),
  allowing("all but IAM", { NotAction: ["iam:*", "organizations:*"], Resource: "*" }),
  allowing("everything in one bucket", { Action: "*", Resource: "arn:aws:s3:::data/*" }),
  allowing("everything with the team's tag", {
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { "aws:ResourceTag/team": "identity" } },
  }),
  {
    title: "the role that is named for it",
    resources: [
      role({ name: "Administrator" }),
      { ...inline("policy", all), properties: { role: "Administrator", policy: documentText(all) } },
    ],
    findings: [],
  },
  {
    title: "AdministratorAccess, which iam-elevated-managed-policy is about",
    resources: [role(), attached("arn:aws:iam::aws:policy/AdministratorAccess")],
    findings: [],
  },
  {
    title: "a Deny of IAM in another policy",
    resources: [role(), inline("policy", all), inline("guard", { Effect: "Deny", Action: "IAM:*", Resource: "*" })],
    findings: [],
  },
  {
    title: "a boundary that denies what is needed to get out",
    resources: [
      role({ permissionsBoundary: "arn:aws:iam::111122223333:policy/Policy" }),
      managedPolicy(all, { Effect: "Deny", Action: "iam:*RolePermissionsBoundary", Resource: "*" }),
      inline("wide", all),
    ],
    findings: [],
  },
  {
    title: "a boundary for roles of other stacks, which nobody has here",
    resources: [managedPolicy(all, { Effect: "Deny", Action: "iam:CreateSAMLProvider", Resource: "*" })],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  allowing(
    "everything",
    { Action: "*", Resource: "*" },
    inPolicy("Statement[0]", `the statement allows ${everything}`),
  ),
  allowing(
    "everything in other forms, under a condition",
    {
      Action: ["s3:GetObject", "*:*"],
      Resource: ["arn:aws:*"],
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    },
    inPolicy("Statement[0]", `the statement allows ${everything}`),
  ),
  {
    title: "everything in every place that holds a policy",
    resources: [
      { ...role({ inlinePolicies: [{ name: "all", policy: documentText(all) }] }) },
      inline("of-role", all),
      ...(["user", "group"] as const).map((kind) => ({
        type: kind === "user" ? "aws:iam/userPolicy:UserPolicy" : "aws:iam/groupPolicy:GroupPolicy",
        name: `of-${kind}`,
        properties: { [kind]: "Somebody", policy: { Version: "2012-10-17", Statement: all } },
      })),
      {
        type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
        name: "of-permission-set",
        properties: { permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1", inlinePolicy: documentText(all) },
      },
    ],
    findings: [
      ["role", "inlinePolicies[0].policy"],
      ["of-role", "policy"],
      ["of-user", "policy"],
      ["of-group", "policy"],
      ["of-permission-set", "inlinePolicy"],
    ].map(([resource = "", property = ""]) => ({
      resource,
      outcome: "violation",
      property: `${property}.Statement[0]`,
      message: `the statement allows ${everything}`,
    })),
  },
  {
    title: "split over two statements",
    resources: [
      managedPolicy(
        { Effect: "Allow", Action: "iam:*", Resource: "*" },
        { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
      ),
    ],
    findings: [inPolicy("Statement[1]", `the statement, with Statement[0], allows ${everything}`)],
  },
  allowing(
    "everything but a rest outside of IAM",
    { NotAction: "s3:DeleteBucket", Resource: "*" },
    inPolicy("Statement[0]", `the statement allows ${everything}`),
  ),
  {
    title: "split over two policies of one role",
    resources: [
      role(),
      inline("policy", { Effect: "Allow", Action: ["iam:*"], Resource: "*" }),
      attached("arn:aws:iam::aws:policy/PowerUserAccess"),
    ],
    findings: [
      {
        resource: "role",
        outcome: "violation",
        message: `the policies of the role together allow ${everything}: "arn:aws:iam::aws:policy/PowerUserAccess" with "policy.policy"`,
      },
    ],
  },
  {
    title: "a role that is not named for it, with a Deny of something else",
    resources: [role(), inline("policy", all), inline("guard", { Effect: "Deny", Action: "s3:*", Resource: "*" })],
    findings: [inPolicy("Statement[0]", `the statement allows ${everything}`)],
  },
  {
    title: "a Deny that holds at times",
    resources: [
      role(),
      inline("policy", all),
      inline("guard", {
        Effect: "Deny",
        Action: "iam:*",
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
      }),
    ],
    findings: [inPolicy("Statement[0]", `the statement allows ${everything}`)],
  },
  {
    title: "another list of names",
    resources: [
      role({ name: "Administrator" }),
      { ...inline("policy"), properties: { role: "Administrator", policy: documentText(all) } },
    ],
    settings: { administratorRoles: ["Owner"] },
    findings: [inPolicy("Statement[0]", `the statement allows ${everything}`)],
  },
];

const undetermined: readonly RuleExample[] = [
  unknownDocumentExample,
  {
    title: "a policy of somewhere else",
    resources: [role(), attached("arn:aws:iam::111122223333:policy/Elsewhere")],
    findings: [
      {
        resource: "attachment",
        outcome: "undetermined",
        property: "policyArn",
        message:
          'the document of the policy "arn:aws:iam::111122223333:policy/Elsewhere" is not known, so it may allow everything',
      },
    ],
  },
  {
    title: "everything within a boundary that nobody can read yet",
    resources: [role({ permissionsBoundary: unknownAtPreview }), inline("policy", all)],
    findings: [
      {
        resource: "role",
        outcome: "undetermined",
        property: "permissionsBoundary",
        message: `the policies allow ${everything}, and what the permissions boundary leaves of it is not known`,
      },
    ],
  },
];

export const examples = { passing, violations, undetermined };
