import {
  deviceCodeFlowBlocked,
  highRiskSignInsBlocked,
  highRiskUsersBlocked,
  legacyAuthenticationBlocked,
} from "./blocked";
import type { LabelledQuestion } from "./labelled-case";
import { managedDeviceRequired, managedDeviceToRegister } from "./managed-devices";
import { mfaForAllUsers } from "./mfa-for-all-users";
import { mfaForSubject } from "./mfa-for-subject";
import { phishingResistantForAdminRoles, phishingResistantForAllUsers } from "./phishing-resistant";

export type { LabelledQuestion } from "./labelled-case";

/** Policies with the right answers, question by question, restated from the rules that published checkers describe. */
export const conditionalAccessCorpus: readonly LabelledQuestion[] = [
  mfaForAllUsers,
  mfaForSubject,
  phishingResistantForAllUsers,
  phishingResistantForAdminRoles,
  legacyAuthenticationBlocked,
  highRiskUsersBlocked,
  highRiskSignInsBlocked,
  deviceCodeFlowBlocked,
  managedDeviceRequired,
  managedDeviceToRegister,
];
