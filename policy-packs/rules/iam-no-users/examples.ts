import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";
import { allowing, iamUser, userPolicy } from "../iam-examples";

const loginProfile = (user: string, more: object = {}): ExampleResource => ({
  type: "aws:iam/userLoginProfile:UserLoginProfile",
  name: `${user}-password`,
  properties: { user, ...more },
});

const passing: readonly RuleExample[] = [
  {
    title: "the user of the provisioning agent, by name",
    resources: [iamUser("Svc-EntraProvisioning-Account1")],
    findings: [],
  },
  {
    title: "a user who may list roles and nothing else, whatever the name",
    resources: [iamUser("import"), userPolicy("import", allowing(["iam:ListRoles"]))],
    findings: [],
  },
  {
    title: "users of services by a pattern of one's own",
    resources: [iamUser("robot.mail")],
    settings: { provisioningUsers: ["robot.*"] },
    findings: [],
  },
  {
    title: "a policy for a user who is there already",
    resources: [userPolicy("Kim", allowing("s3:ListBucket"))],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a person, with a password",
    resources: [iamUser("Kim"), loginProfile("Kim")],
    findings: [
      { outcome: "violation", resource: "Kim", property: "name", message: 'the user "Kim" is an IAM user' },
      {
        outcome: "violation",
        resource: "Kim-password",
        property: "user",
        message:
          "an IAM user gets a console password, which lies in the state of the stack without a PGP key around it",
      },
    ],
  },
  {
    title: "a service's user with a password",
    resources: [iamUser("Svc-Mail"), loginProfile("Svc-Mail", { pgpKey: "keybase:kim" })],
    findings: [
      {
        outcome: "violation",
        resource: "Svc-Mail-password",
        property: "user",
        message: "an IAM user gets a console password",
      },
    ],
  },
  {
    title: "a user who may list roles and something else",
    resources: [iamUser("import"), userPolicy("import", allowing(["iam:ListRoles", "iam:GetRole"]))],
    findings: [
      { outcome: "violation", resource: "import", property: "name", message: 'the user "import" is an IAM user' },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a name that only the update tells",
    resources: [iamUser("later", { name: unknownAtPreview })],
    findings: [
      {
        outcome: "undetermined",
        resource: "later",
        property: "name",
        message: "the user's name is known only after the update, so it cannot be told whether the user is exempt",
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
