import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { phishingResistant, policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  { title: "everybody", resources: [policyForAll({ grant: phishingResistant })], findings: [] },
  {
    title: "the roles that are configured",
    resources: [policyForAll({ users: { includedUsers: [], includedRoles: ["role-1"] }, grant: phishingResistant })],
    settings: { adminRoleIds: ["role-1"] },
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a role is forgotten",
    resources: [policyForAll({ users: { includedUsers: [], includedRoles: ["role-1"] }, grant: phishingResistant })],
    settings: { adminRoleIds: ["role-1", "role-2"] },
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in of a holder of the role "role-2" gets through without phishing-resistant MFA; policy "policy": only the users that it names',
      },
    ],
  },
  {
    title: "any MFA",
    resources: [policyForAll()],
    settings: { adminRoleIds: ["role-1"] },
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in of a holder of the role "role-1" gets through without phishing-resistant MFA; policy "policy": demands mfa only',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a group that only the update tells is left out",
    resources: [policyForAll({ users: { excludedGroups: [unknownAtPreview] }, grant: phishingResistant })],
    findings: [
      {
        resource: "policy",
        property: "conditions.users.excludedGroups[0]",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in of a holder of the role "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3" gets through without phishing-resistant MFA; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
