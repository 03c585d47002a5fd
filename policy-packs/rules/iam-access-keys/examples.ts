import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { accessKey, iamUser } from "../iam-examples";

/** The examples are judged on 25 November 2026. */
const passing: readonly RuleExample[] = [
  {
    title: "a new key, which has no date yet",
    resources: [
      iamUser("Svc-EntraProvisioning-Account1"),
      accessKey("key", "Svc-EntraProvisioning-Account1", { createDate: unknownAtPreview }),
    ],
    findings: [],
  },
  {
    title: "a key of ninety days",
    resources: [accessKey("key", "Svc-Mail", { createDate: "2026-08-27T00:00:00Z" })],
    findings: [],
  },
  {
    title: "an old key that is off, beside the new one",
    resources: [
      accessKey("old", "Svc-Mail", { status: "Inactive", createDate: "2020-01-01T00:00:00Z" }),
      accessKey("new", "Svc-Mail", { status: "Active", createDate: "2026-11-24T00:00:00Z" }),
    ],
    findings: [],
  },
  {
    title: "two keys and old ones, where both are allowed",
    resources: [accessKey("one", "Svc-Mail", { createDate: "2020-01-01T00:00:00Z" }), accessKey("other", "Svc-Mail")],
    settings: { perUser: 2, maximumAge: 0 },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "two active keys of one user, by name or by resource",
    resources: [
      iamUser("Svc-Mail"),
      accessKey("one", "Svc-Mail"),
      { ...accessKey("other", "Svc-Mail"), from: { user: ["Svc-Mail"] } },
      accessKey("elsewhere", "Svc-News"),
      accessKey("elsewhere-too", "Svc-News"),
    ],
    findings: [
      {
        outcome: "violation",
        resource: "other",
        property: "user",
        message: 'the user "Svc-Mail" has more than one active access key',
      },
      {
        outcome: "violation",
        resource: "elsewhere-too",
        property: "user",
        message: 'the user "Svc-News" has more than one active access key',
      },
    ],
  },
  {
    title: "a key of ninety-one days",
    resources: [accessKey("key", "Svc-Mail", { createDate: "2026-08-26T00:00:00Z" })],
    findings: [
      {
        outcome: "violation",
        resource: "key",
        property: "createDate",
        message: "the access key is 91 days old, more than 90",
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "two keys of users that only the update tells",
    resources: [{ ...accessKey("one", ""), properties: { user: unknownAtPreview } }, accessKey("other", "Svc-Mail")],
    findings: [
      {
        outcome: "undetermined",
        resource: "one",
        property: "user",
        message: "whose access key this is is known only after the update, so that nobody can count that user's keys",
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
