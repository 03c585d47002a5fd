import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  { title: "everybody", resources: [policyForAll()], findings: [] },
  {
    title: "all kinds of guests",
    resources: [
      policyForAll({
        users: {
          includedUsers: [],
          includedGuestsOrExternalUsers: [
            {
              guestOrExternalUserTypes: [
                "internalGuest",
                "b2bCollaborationGuest",
                "b2bCollaborationMember",
                "b2bDirectConnectUser",
                "otherExternalUser",
                "serviceProvider",
              ],
            },
          ],
        },
      }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "guests are left out",
    resources: [policyForAll({ users: { excludedUsers: ["GuestsOrExternalUsers"] } })],
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in by a guest of the kind "internalGuest" gets through without MFA; policy "policy": excludes guests',
      },
    ],
  },
  {
    title: "guests of the older list only",
    resources: [policyForAll({ users: { includedUsers: ["GuestsOrExternalUsers"] } })],
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in by a guest of the kind "b2bCollaborationMember" gets through without MFA; policy "policy": only the users that it names',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a group that only the update tells is left out",
    resources: [policyForAll({ users: { excludedGroups: [unknownAtPreview] } })],
    findings: [
      {
        resource: "policy",
        property: "conditions.users.excludedGroups[0]",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in by a guest of the kind "internalGuest" gets through without MFA; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
