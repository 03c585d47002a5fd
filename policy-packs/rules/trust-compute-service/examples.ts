import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";
import { roleWithTrust, trustingRole, trusts, unreadTrustExamples } from "../trust-examples";

const machine = trusts({ Service: "ec2.amazonaws.com" });
const saml = "arn:aws:iam::111122223333:saml-provider/EntraID";
const signIn = trusts({ Federated: saml }, {}, "sts:AssumeRoleWithSAML");
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

const attached = (role: string, policyArn: unknown): ExampleResource => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: `${role}-attached`,
  properties: { role, policyArn },
});

const inline = (role: string, policy: unknown): ExampleResource => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name: `${role}-inline`,
  properties: { role, policy },
});

const allow = (Action: unknown): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action, Resource: "*" } });

const passing: readonly RuleExample[] = [
  {
    title: "a machine's own role with what it calls",
    resources: [
      trustingRole("machine", trusts({ Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] })),
      inline("machine", allow(["s3:*", "sqs:*"])),
      attached("machine", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"),
    ],
    findings: [],
  },
  {
    title: "an administrator's role that people take",
    resources: [trustingRole("Administrator", signIn), attached("Administrator", administrator)],
    findings: [],
  },
  {
    title: "everything, within a boundary",
    resources: [
      roleWithTrust("machine", JSON.stringify({ Version: "2012-10-17", Statement: machine }), {
        permissionsBoundary: "arn:aws:iam::111122223333:policy/Edge",
      }),
      attached("machine", administrator),
      { type: "aws:iam/policy:Policy", name: "edge", properties: { name: "Edge", policy: allow("s3:*") } },
    ],
    findings: [],
  },
  {
    title: "a service that runs nobody's code",
    resources: [
      trustingRole("trail", trusts({ Service: "cloudtrail.amazonaws.com" })),
      attached("trail", administrator),
    ],
    findings: [],
  },
];

const property = "assumeRolePolicy.Statement[0].Principal";

const violations: readonly RuleExample[] = [
  {
    title: "a role for people and a machine",
    resources: [trustingRole("both", machine, signIn)],
    findings: [
      {
        outcome: "violation",
        resource: "both",
        property: "assumeRolePolicy.Statement[1].Principal",
        message: `the role is taken by "ec2.amazonaws.com" and by those whom "${saml}" signs in`,
      },
    ],
  },
  {
    title: "a machine that is an administrator, by AWS's policy or by one's own",
    resources: [
      trustingRole("by-aws", machine),
      attached("by-aws", administrator),
      trustingRole("by-own", trusts({ Service: "lambda.amazonaws.com" })),
      inline("by-own", allow("*")),
    ],
    findings: [
      {
        outcome: "violation",
        resource: "by-aws",
        property,
        message: `"ec2.amazonaws.com" takes a role that may do everything, by "${administrator}"`,
      },
      {
        outcome: "violation",
        resource: "by-own",
        property,
        message: '"lambda.amazonaws.com" takes a role that may do everything, by "by-own-inline.policy"',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  ...unreadTrustExamples,
  {
    title: "a machine with a policy that only the update tells",
    resources: [trustingRole("machine", machine), inline("machine", unknownAtPreview)],
    findings: [
      {
        outcome: "undetermined",
        resource: "machine-inline",
        property: "policy",
        message: '"ec2.amazonaws.com" takes a role with a policy that nobody has read: "machine-inline.policy"',
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
