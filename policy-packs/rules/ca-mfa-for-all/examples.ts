import { unknownAtPreview, type RuleExample, type RuleExamples } from "../example";
import { block, policyForAll } from "../conditional-access-examples";

const passing: readonly RuleExample[] = [
  { title: "MFA for all", resources: [policyForAll()], findings: [] },
  {
    title: "an accepted group is left out",
    resources: [policyForAll({ users: { excludedGroups: ["break-glass"] } })],
    settings: { breakGlassIds: ["break-glass"] },
    findings: [],
  },
  {
    title: "modern clients by MFA, legacy ones blocked",
    resources: [
      policyForAll({ conditions: { clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] } }),
      policyForAll({ name: "legacy", conditions: { clientAppTypes: ["exchangeActiveSync", "other"] }, grant: block }),
    ],
    findings: [],
  },
  {
    title: "trusted places are left out here and covered there",
    resources: [
      policyForAll({ conditions: { locations: { includedLocations: ["All"], excludedLocations: ["AllTrusted"] } } }),
      policyForAll({ name: "trusted", conditions: { locations: { includedLocations: ["AllTrusted"] } } }),
    ],
    findings: [],
  },
];

const violations: readonly RuleExample[] = [
  {
    title: "no policy",
    resources: [],
    findings: [{ outcome: "violation", message: "a sign-in gets through without MFA; there is no policy" }],
  },
  {
    title: "a compliant device is enough",
    resources: [policyForAll({ grant: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } })],
    findings: [
      {
        outcome: "violation",
        message:
          'a sign-in from a compliant device gets through without MFA; policy "policy": is content with compliantDevice, one of its controls',
      },
    ],
  },
  {
    title: "browsers only",
    resources: [policyForAll({ conditions: { clientAppTypes: ["browser"] } })],
    findings: [
      {
        outcome: "violation",
        message: 'a sign-in with an app gets through without MFA; policy "policy": only browser clients',
      },
    ],
  },
  {
    title: "report-only",
    resources: [policyForAll({ state: "enabledForReportingButNotEnforced" })],
    findings: [
      { outcome: "violation", message: 'a sign-in gets through without MFA; policy "policy": is report-only' },
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
          'it is not known whether a sign-in gets through without MFA; the policy "policy" is known only after the update',
      },
    ],
  },
  {
    title: "a strength of which nothing is told",
    resources: [policyForAll({ grant: { operator: "OR", authenticationStrengthPolicyId: "own" } })],
    findings: [
      {
        outcome: "undetermined",
        message:
          'it is not known whether a sign-in gets through without MFA; policy "policy": grantControls.controls name "its authentication strength", of which it is not known who gets past it',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } as const satisfies RuleExamples;
