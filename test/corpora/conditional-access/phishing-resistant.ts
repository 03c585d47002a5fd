import type { LabelledQuestion } from "./labelled-case";
import { mfa, phishingResistant, policyForAll, strength } from "./policy-for-all";

const globalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
const userAdministrator = "fe930be7-5e62-47db-91af-98c3a49a38b1";
const tenant = { adminRoleIds: [globalAdministrator, userAdministrator] };
const forRoles = (...includeRoles: string[]): object => ({ includeUsers: [], includeRoles });

export const phishingResistantForAllUsers: LabelledQuestion = {
  question: "phishing-resistant-mfa-for-all-users",
  source: "ScubaGear MS.AAD.3.1v1",
  cases: [
    {
      title: "the phishing-resistant strength for all",
      answer: "yes",
      policies: [policyForAll({ grant: phishingResistant })],
    },
    {
      title: "as providers write the strength",
      answer: "yes",
      policies: [
        policyForAll({
          grant: strength("/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004"),
        }),
      ],
    },
    { title: "any MFA", answer: "no", policies: [policyForAll({ grant: mfa })] },
    {
      title: "the passwordless strength",
      answer: "no",
      policies: [policyForAll({ grant: strength("00000000-0000-0000-0000-000000000003") })],
    },
    {
      title: "the strength or any MFA",
      answer: "no",
      policies: [policyForAll({ grant: { ...phishingResistant, builtInControls: ["mfa"] } })],
    },
    {
      title: "a custom strength of keys and certificates",
      answer: "yes",
      policies: [
        policyForAll({
          grant: strength("own", {
            allowedCombinations: ["fido2", "windowsHelloForBusiness", "x509CertificateMultiFactor"],
          }),
        }),
      ],
    },
    {
      title: "a custom strength that a temporary pass meets",
      answer: "no",
      policies: [
        policyForAll({ grant: strength("own", { allowedCombinations: ["fido2", "temporaryAccessPassOneTime"] }) }),
      ],
    },
    {
      title: "report-only",
      answer: "no",
      policies: [policyForAll({ grant: phishingResistant, state: "enabledForReportingButNotEnforced" })],
    },
  ],
};

export const phishingResistantForAdminRoles: LabelledQuestion = {
  question: "phishing-resistant-mfa-for-admin-roles",
  source: "ScubaGear MS.AAD.3.6v1",
  cases: [
    {
      title: "both roles",
      answer: "yes",
      policies: [policyForAll({ users: forRoles(globalAdministrator, userAdministrator), grant: phishingResistant })],
      tenant,
    },
    { title: "all users", answer: "yes", policies: [policyForAll({ grant: phishingResistant })], tenant },
    {
      title: "one policy a role",
      answer: "yes",
      policies: [
        policyForAll({ users: forRoles(globalAdministrator), grant: phishingResistant }),
        policyForAll({ name: "second", users: forRoles(userAdministrator.toUpperCase()), grant: phishingResistant }),
      ],
      tenant,
    },
    {
      title: "one role is forgotten",
      answer: "no",
      policies: [policyForAll({ users: forRoles(globalAdministrator), grant: phishingResistant })],
      tenant,
    },
    {
      title: "one role is left out of all users",
      answer: "no",
      policies: [policyForAll({ users: { excludeRoles: [userAdministrator] }, grant: phishingResistant })],
      tenant,
    },
    {
      title: "another role is left out of all users",
      answer: "yes",
      policies: [policyForAll({ users: { excludeRoles: ["printer-technician"] }, grant: phishingResistant })],
      tenant,
    },
    {
      title: "any MFA",
      answer: "no",
      policies: [policyForAll({ users: forRoles(globalAdministrator, userAdministrator) })],
      tenant,
    },
    {
      title: "one application only",
      answer: "no",
      policies: [
        policyForAll({
          users: forRoles(globalAdministrator, userAdministrator),
          applications: { includeApplications: ["MicrosoftAdminPortals"] },
          grant: phishingResistant,
        }),
      ],
      tenant,
    },
    {
      title: "the highly privileged roles where none are told",
      answer: "no",
      policies: [policyForAll({ users: forRoles(globalAdministrator, userAdministrator), grant: phishingResistant })],
    },
    {
      title: "no role is an administrator's",
      answer: "undetermined",
      policies: [policyForAll({ grant: phishingResistant })],
      tenant: { adminRoleIds: [] },
    },
  ],
};
