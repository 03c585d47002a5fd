import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  { title: "never", resources: [policyForAll({ session: { persistentBrowserMode: "never" } })], findings: [] },
];

const violations: readonly RuleExample[] = [
  {
    title: "always",
    resources: [policyForAll({ session: { persistentBrowserMode: "always" } })],
    settings: { adminRoleIds: ["role-1"] },
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in of a holder of the role "role-1" leaves a session that outlives the browser; policy "policy": lets a browser stay signed in',
      },
    ],
  },
  {
    title: "as the user likes",
    resources: [policyForAll()],
    settings: { adminRoleIds: ["role-1"] },
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in of a holder of the role "role-1" leaves a session that outlives the browser; policy "policy": lets a browser stay signed in',
      },
    ],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a mode that only the update tells",
    resources: [policyForAll({ session: { persistentBrowserMode: unknownAtPreview } })],
    settings: { adminRoleIds: ["role-1"] },
    findings: [
      {
        resource: "policy",
        property: "sessionControls.persistentBrowserMode",
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in of a holder of the role "role-1" leaves a session that outlives the browser; the policy "policy" is known only after the update',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
