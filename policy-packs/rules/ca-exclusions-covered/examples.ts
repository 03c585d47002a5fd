import { block, policyForAll } from "../conditional-access-examples";
import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";

const butContractors = policyForAll({ users: { excludedGroups: ["contractors"] } });
const contractors = { includedUsers: [], includedGroups: ["contractors"] };

const passing: readonly RuleExample[] = [
  { title: "nothing is left out", resources: [policyForAll()], findings: [] },
  {
    title: "another policy demands MFA",
    resources: [butContractors, policyForAll({ name: "contractors", users: contractors })],
    findings: [],
  },
  {
    title: "another policy blocks",
    resources: [butContractors, policyForAll({ name: "contractors", users: contractors, grant: block })],
    findings: [],
  },
  {
    title: "accounts for emergencies",
    resources: [policyForAll({ users: { excludedGroups: ["break-glass"] } })],
    settings: { breakGlassIds: ["break-glass"] },
    findings: [],
  },
  {
    title: "a policy that blocks all but some",
    resources: [policyForAll({ users: { excludedGroups: ["contractors"] }, grant: block })],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "a group that no other policy covers",
    resources: [butContractors],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "conditions",
        message:
          'the policy "policy" excludes the group "contractors": a sign-in of a member of the group "contractors" gets through without MFA',
      },
    ],
  },
  {
    title: "a group that another policy covers in browsers",
    resources: [
      butContractors,
      policyForAll({ name: "contractors", users: contractors, conditions: { clientAppTypes: ["browser"] } }),
    ],
    findings: [
      {
        resource: "policy",
        outcome: "violation",
        property: "conditions",
        message:
          'the policy "policy" excludes the group "contractors": a sign-in of a member of the group "contractors" with an app gets through without MFA',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "exclusions that only the update tells",
    resources: [policyForAll({ users: { excludedGroups: [unknownAtPreview] } })],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "conditions.users.excludedGroups[0]",
        message: 'what the policy "policy" leaves out is known only after the update',
      },
    ],
  },
  {
    title: "another policy that cannot be understood",
    resources: [
      butContractors,
      policyForAll({
        name: "contractors",
        users: contractors,
        conditions: { platforms: { includedPlatforms: ["toaster"] } },
      }),
    ],
    findings: [
      {
        resource: "policy",
        outcome: "undetermined",
        property: "conditions",
        message:
          'the policy "policy" excludes the group "contractors": it is not known whether a sign-in of a member of the group "contractors" gets through without MFA',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
