import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const user = (name: unknown): ExampleResource => ({
  type: "aws:iam/user:User",
  name: "user",
  properties: { name },
});

const login = (properties: ExampleResource["properties"], from?: ExampleResource["from"]): ExampleResource => ({
  type: "aws:iam/userLoginProfile:UserLoginProfile",
  name: "login",
  properties,
  ...(from && { from }),
});

const key: ExampleResource = {
  type: "aws:iam/accessKey:AccessKey",
  name: "key",
  properties: { user: unknownAtPreview },
  from: { user: ["user"] },
};

const passing: readonly RuleExample[] = [
  { title: "a service user with a key", resources: [user("Svc-EntraProvisioning-Account1"), key], findings: [] },
  {
    title: "a person who signs in to the console",
    resources: [user("alice"), login({ user: unknownAtPreview }, { user: ["user"] })],
    findings: [],
  },
  {
    title: "a pattern of one's own",
    resources: [user("robot-1")],
    settings: { pattern: "robot-?" },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a user without a console password, named like a person",
    resources: [user("alice"), key],
    findings: [
      {
        resource: "user",
        outcome: "violation",
        property: "name",
        message:
          'the user "alice" has no console password, so it is a service user, but its name is not of the form "Svc-*"',
      },
    ],
  },
  {
    title: "the prefix in other letters: IAM shows names as they were given",
    resources: [user("svc-backup")],
    findings: [
      {
        resource: "user",
        outcome: "violation",
        property: "name",
        message:
          'the user "svc-backup" has no console password, so it is a service user, but its name is not of the form "Svc-*"',
      },
    ],
  },
  {
    title: "a service user with a console password, tied to it by name alone",
    resources: [user("Svc-Backup"), login({ user: "Svc-Backup" })],
    findings: [
      {
        resource: "user",
        outcome: "violation",
        property: "name",
        message: 'the user "Svc-Backup" is named as a service user, but has a console password',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a name that is computed from what the cloud invents",
    resources: [user(unknownAtPreview)],
    findings: [
      {
        resource: "user",
        outcome: "undetermined",
        property: "name",
        message: "the user's name is known only after the update, so it cannot be compared with the pattern",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
