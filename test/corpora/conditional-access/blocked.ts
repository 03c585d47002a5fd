import type { LabelledQuestion } from "./labelled-case";
import { block, mfa, policyForAll } from "./policy-for-all";

const legacyClients = { clientAppTypes: ["exchangeActiveSync", "other"] };

export const legacyAuthenticationBlocked: LabelledQuestion = {
  question: "legacy-authentication-blocked",
  source:
    "ScubaGear MS.AAD.1.1v1; Maester Test-MtCaBlockLegacyOtherAuth, Test-MtCaBlockLegacyExchangeActiveSyncAuthentication",
  cases: [
    {
      title: "both kinds of legacy clients",
      answer: "yes",
      policies: [policyForAll({ conditions: legacyClients, grant: block })],
    },
    {
      title: "one policy a kind",
      answer: "yes",
      policies: [
        policyForAll({ conditions: { clientAppTypes: ["exchangeActiveSync"] }, grant: block }),
        policyForAll({ name: "other", conditions: { clientAppTypes: ["other"] }, grant: block }),
      ],
    },
    {
      title: "other clients only",
      answer: "no",
      policies: [policyForAll({ conditions: { clientAppTypes: ["other"] }, grant: block })],
    },
    {
      title: "Exchange ActiveSync on supported platforms only",
      answer: "no",
      policies: [policyForAll({ conditions: { clientAppTypes: ["easSupported", "other"] }, grant: block })],
    },
    {
      title: "MFA in place of a block",
      answer: "no",
      policies: [policyForAll({ conditions: legacyClients, grant: mfa })],
    },
    {
      title: "one application only",
      answer: "no",
      policies: [
        policyForAll({ conditions: legacyClients, applications: { includeApplications: ["Office365"] }, grant: block }),
      ],
    },
    {
      title: "a user is left out",
      answer: "no",
      policies: [policyForAll({ conditions: legacyClients, users: { excludeUsers: ["scanner"] }, grant: block })],
    },
    {
      title: "everything but trusted locations",
      answer: "no",
      policies: [
        policyForAll({
          conditions: { ...legacyClients, locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } },
          grant: block,
        }),
      ],
    },
    { title: "everything is blocked", answer: "yes", policies: [policyForAll({ grant: block })] },
  ],
};

export const highRiskUsersBlocked: LabelledQuestion = {
  question: "high-risk-users-blocked",
  source: "ScubaGear MS.AAD.2.1v1",
  cases: [
    {
      title: "high",
      answer: "yes",
      policies: [policyForAll({ conditions: { userRiskLevels: ["high"] }, grant: block })],
    },
    {
      title: "medium and high",
      answer: "yes",
      policies: [policyForAll({ conditions: { userRiskLevels: ["medium", "high"] }, grant: block })],
    },
    {
      title: "medium only",
      answer: "no",
      policies: [policyForAll({ conditions: { userRiskLevels: ["medium"] }, grant: block })],
    },
    {
      title: "a changed password is enough",
      answer: "no",
      policies: [
        policyForAll({
          conditions: { userRiskLevels: ["high"] },
          grant: { operator: "AND", builtInControls: ["mfa", "passwordChange"] },
        }),
      ],
    },
    {
      title: "only where the sign-in is of high risk too",
      answer: "no",
      policies: [policyForAll({ conditions: { userRiskLevels: ["high"], signInRiskLevels: ["high"] }, grant: block })],
    },
    {
      title: "the risk of sign-ins",
      answer: "no",
      policies: [policyForAll({ conditions: { signInRiskLevels: ["high"] }, grant: block })],
    },
    {
      title: "a level that is not known",
      answer: "undetermined",
      policies: [policyForAll({ conditions: { userRiskLevels: ["extreme"] }, grant: block })],
    },
  ],
};

export const highRiskSignInsBlocked: LabelledQuestion = {
  question: "high-risk-sign-ins-blocked",
  source: "ScubaGear MS.AAD.2.3v1",
  cases: [
    {
      title: "high",
      answer: "yes",
      policies: [policyForAll({ conditions: { signInRiskLevels: ["high"] }, grant: block })],
    },
    {
      title: "high, in browsers",
      answer: "no",
      policies: [
        policyForAll({ conditions: { signInRiskLevels: ["high"], clientAppTypes: ["browser"] }, grant: block }),
      ],
    },
    {
      title: "MFA in place of a block",
      answer: "no",
      policies: [policyForAll({ conditions: { signInRiskLevels: ["high"] }, grant: mfa })],
    },
    {
      title: "report-only",
      answer: "no",
      policies: [
        policyForAll({
          conditions: { signInRiskLevels: ["high"] },
          grant: block,
          state: "enabledForReportingButNotEnforced",
        }),
      ],
    },
  ],
};

export const deviceCodeFlowBlocked: LabelledQuestion = {
  question: "device-code-flow-blocked",
  source: "ScubaGear MS.AAD.3.9v1",
  cases: [
    {
      title: "device code flow",
      answer: "yes",
      policies: [
        policyForAll({ conditions: { authenticationFlows: { transferMethods: "deviceCodeFlow" } }, grant: block }),
      ],
    },
    {
      title: "both flows",
      answer: "yes",
      policies: [
        policyForAll({
          conditions: { authenticationFlows: { transferMethods: "deviceCodeFlow,authenticationTransfer" } },
          grant: block,
        }),
      ],
    },
    {
      title: "the other flow only",
      answer: "no",
      policies: [
        policyForAll({
          conditions: { authenticationFlows: { transferMethods: "authenticationTransfer" } },
          grant: block,
        }),
      ],
    },
    {
      title: "MFA in place of a block",
      answer: "no",
      policies: [policyForAll({ conditions: { authenticationFlows: { transferMethods: "deviceCodeFlow" } } })],
    },
    {
      title: "a group is left out",
      answer: "no",
      policies: [
        policyForAll({
          users: { excludeGroups: ["meeting-rooms"] },
          conditions: { authenticationFlows: { transferMethods: "deviceCodeFlow" } },
          grant: block,
        }),
      ],
    },
  ],
};
