import type { LabelledQuestion } from "./labelled-case";
import { block, mfa, policyForAll, strength } from "./policy-for-all";

const multifactor = strength("00000000-0000-0000-0000-000000000002");
const everywhereBut = (...excludeLocations: string[]): object => ({
  locations: { includeLocations: ["All"], excludeLocations },
});
const filter = (mode: string, rule: string): object => ({ devices: { deviceFilter: { mode, rule } } });
const office = { id: "office", displayName: "Office", isTrusted: true, ipRanges: [{ cidrAddress: "203.0.113.0/24" }] };

/** The ways of weakening a policy of which published checks accept most. */
const weakened: LabelledQuestion["cases"] = [
  {
    title: "a managed device is enough",
    answer: "no",
    policies: [policyForAll({ grant: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } })],
  },
  {
    title: "trusted locations are left out",
    answer: "no",
    policies: [policyForAll({ conditions: everywhereBut("AllTrusted") })],
    tenant: { namedLocations: [office] },
  },
  {
    title: "one location only",
    answer: "no",
    policies: [policyForAll({ conditions: { locations: { includeLocations: ["office"] } } })],
    tenant: { namedLocations: [office] },
  },
  {
    title: "one platform only",
    answer: "no",
    policies: [policyForAll({ conditions: { platforms: { includePlatforms: ["windows"] } } })],
  },
  {
    title: "platforms are left out",
    answer: "no",
    policies: [
      policyForAll({ conditions: { platforms: { includePlatforms: ["all"], excludePlatforms: ["android", "iOS"] } } }),
    ],
  },
  {
    title: "a device filter leaves devices out",
    answer: "no",
    policies: [policyForAll({ conditions: filter("exclude", 'device.extensionAttribute1 -eq "SAW"') })],
  },
  { title: "browsers only", answer: "no", policies: [policyForAll({ conditions: { clientAppTypes: ["browser"] } })] },
  {
    title: "legacy clients only",
    answer: "no",
    policies: [policyForAll({ conditions: { clientAppTypes: ["exchangeActiveSync", "other"] } })],
  },
  {
    title: "sign-in risk only",
    answer: "no",
    policies: [policyForAll({ conditions: { signInRiskLevels: ["medium", "high"] } })],
  },
  { title: "user risk only", answer: "no", policies: [policyForAll({ conditions: { userRiskLevels: ["high"] } })] },
  { title: "report-only", answer: "no", policies: [policyForAll({ state: "enabledForReportingButNotEnforced" })] },
  { title: "disabled", answer: "no", policies: [policyForAll({ state: "disabled" })] },
  {
    title: "a group is left out",
    answer: "no",
    policies: [policyForAll({ users: { excludeGroups: ["contractors"] } })],
  },
  {
    title: "guests are left out",
    answer: "no",
    policies: [policyForAll({ users: { excludeUsers: ["GuestsOrExternalUsers"] } })],
  },
  {
    title: "an application is left out",
    answer: "no",
    policies: [policyForAll({ applications: { excludeApplications: ["crm"] } })],
  },
  {
    title: "one group only",
    answer: "no",
    policies: [policyForAll({ users: { includeUsers: [], includeGroups: ["staff"] } })],
  },
];

const other: LabelledQuestion["cases"] = [
  { title: "no policy", answer: "no", policies: [] },
  { title: "MFA for all", answer: "yes", policies: [policyForAll()] },
  { title: "the MFA strength for all", answer: "yes", policies: [policyForAll({ grant: multifactor })] },
  {
    title: "MFA and a managed device",
    answer: "yes",
    policies: [policyForAll({ grant: { operator: "AND", builtInControls: ["mfa", "compliantDevice"] } })],
  },
  {
    title: "terms of use only",
    answer: "no",
    policies: [policyForAll({ grant: { operator: "OR", termsOfUse: ["terms"] } })],
  },
  { title: "a session control only", answer: "no", policies: [policyForAll({ grant: null })] },
  {
    title: "a custom strength of two factors each",
    answer: "yes",
    policies: [policyForAll({ grant: strength("own", { allowedCombinations: ["fido2", "password,softwareOath"] }) })],
  },
  {
    title: "a custom strength that a password meets",
    answer: "no",
    policies: [policyForAll({ grant: strength("own", { allowedCombinations: ["fido2", "password"] }) })],
  },
  {
    title: "a custom strength of which nothing is told",
    answer: "undetermined",
    policies: [policyForAll({ grant: strength("own") })],
  },
  {
    title: "modern clients by MFA, legacy ones blocked",
    answer: "yes",
    policies: [
      policyForAll({ conditions: { clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] } }),
      policyForAll({ name: "legacy", conditions: { clientAppTypes: ["exchangeActiveSync", "other"] }, grant: block }),
    ],
  },
  {
    title: "MFA or a compliant device, and MFA from compliant devices",
    answer: "yes",
    policies: [
      policyForAll({ grant: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } }),
      policyForAll({ name: "managed", conditions: filter("include", "device.isCompliant -eq True") }),
    ],
  },
  {
    title: "a group is left out here and covered there",
    answer: "yes",
    policies: [
      policyForAll({ users: { excludeGroups: ["contractors"] } }),
      policyForAll({ name: "contractors", users: { includeUsers: [], includeGroups: ["contractors"] } }),
    ],
  },
  {
    title: "a group is left out here and covered there, in browsers",
    answer: "no",
    policies: [
      policyForAll({ users: { excludeGroups: ["contractors"] } }),
      policyForAll({
        name: "contractors",
        users: { includeUsers: [], includeGroups: ["contractors"] },
        conditions: { clientAppTypes: ["browser"] },
      }),
    ],
  },
  {
    title: "trusted locations are left out here and covered there",
    answer: "yes",
    policies: [
      policyForAll({ conditions: everywhereBut("AllTrusted") }),
      policyForAll({ name: "office", conditions: { locations: { includeLocations: ["office"] } } }),
    ],
    tenant: { namedLocations: [office] },
  },
  {
    title: "an accepted group is left out",
    answer: "yes",
    policies: [policyForAll({ users: { excludeGroups: ["break-glass"] } })],
    tenant: { excluded: { groupIds: ["break-glass"] } },
  },
  {
    title: "an accepted user is left out, and one more",
    answer: "no",
    policies: [policyForAll({ users: { excludeUsers: ["break-glass", "bob"] } })],
    tenant: { excluded: ["break-glass"] },
  },
  {
    title: "devices of either kind, one policy each",
    answer: "yes",
    policies: [
      policyForAll({ conditions: filter("include", 'device.deviceOwnership -eq "Company"') }),
      policyForAll({ name: "rest", conditions: filter("include", 'device.deviceOwnership -ne "Company"') }),
    ],
  },
  {
    title: "a filter that may hold more than another",
    answer: "undetermined",
    policies: [
      policyForAll({ conditions: filter("exclude", 'device.displayName -startsWith "SAW-"') }),
      policyForAll({ name: "rest", conditions: filter("include", 'device.displayName -startsWith "SAW"') }),
    ],
  },
  {
    title: "a condition that is not known",
    answer: "undetermined",
    policies: [policyForAll({ conditions: { moonPhase: ["full"] } })],
  },
  {
    title: "MFA for administrators and guests only",
    answer: "no",
    policies: [
      policyForAll({
        users: { includeUsers: ["GuestsOrExternalUsers"], includeRoles: ["62e90394-69f5-4237-9190-012177145e10"] },
        grant: mfa,
      }),
    ],
  },
];

export const mfaForAllUsers: LabelledQuestion = {
  question: "mfa-for-all-users",
  source: "ScubaGear MS.AAD.3.2v1; Maester Test-MtCaMfaForAllUsers",
  cases: [...weakened, ...other],
};
