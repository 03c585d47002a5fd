import type { CheckFailure, PreviewInputs } from "#emulators/wire/pulumi-provider";

import { checksOf, countCheck, isNotEmpty, isOneOf, textCheck, valuesAt } from "./checks";

const riskLevels = ["low", "medium", "high", "hidden", "none", "unknownFutureValue"];
const platforms = ["android", "iOS", "windows", "windowsPhone", "macOS", "linux", "all", "unknownFutureValue"];

/**
 * What the provider refuses at preview.
 * Source: internal/services/conditionalaccess/conditional_access_policy_resource.go, schema and CustomizeDiff.
 */
export const conditionalAccessChecks = checksOf(
  isNotEmpty("displayName"),
  isOneOf("state", ["enabled", "disabled", "enabledForReportingButNotEnforced"]),
  isOneOf("conditions.clientAppTypes", [
    "all",
    "browser",
    "mobileAppsAndDesktopClients",
    "exchangeActiveSync",
    "easSupported",
    "other",
    "unknownFutureValue",
  ]),
  isOneOf("conditions.platforms.includedPlatforms", platforms),
  isOneOf("conditions.platforms.excludedPlatforms", platforms),
  isOneOf("conditions.signInRiskLevels", riskLevels),
  isOneOf("conditions.userRiskLevels", riskLevels),
  isOneOf("conditions.servicePrincipalRiskLevels", riskLevels),
  isOneOf("conditions.devices.filter.mode", ["include", "exclude"]),
  isOneOf("grantControls.operator", ["AND", "OR"]),
  isOneOf("grantControls.builtInControls", [
    "block",
    "mfa",
    "compliantDevice",
    "domainJoinedDevice",
    "approvedApplication",
    "compliantApplication",
    "passwordChange",
    "unknownFutureValue",
  ]),
  textCheck(
    "grantControls.authenticationStrengthPolicyId",
    (id) => /^\/policies\/authenticationStrengthPolicies\/[^/]+$/.test(id),
    "an ID of the form /policies/authenticationStrengthPolicies/{id}",
  ),
  isOneOf("sessionControls.cloudAppSecurityPolicy", [
    "mcasConfigured",
    "monitorOnly",
    "blockDownloads",
    "unknownFutureValue",
  ]),
  isOneOf("sessionControls.persistentBrowserMode", ["always", "never"]),
  isOneOf("sessionControls.signInFrequencyPeriod", ["days", "hours"]),
  isOneOf("sessionControls.signInFrequencyInterval", ["timeBased", "everyTime", "unknownFutureValue"]),
  isOneOf("sessionControls.signInFrequencyAuthenticationType", [
    "primaryAndSecondaryAuthentication",
    "secondaryAuthentication",
    "unknownFutureValue",
  ]),
  countCheck(["grantControls", "sessionControls"], (count) => count > 0, "at least one"),
  signInFrequencyCheck,
);

function signInFrequencyCheck(inputs: PreviewInputs): readonly CheckFailure[] {
  const hasNumber = has(inputs, "sessionControls.signInFrequency");
  const hasPeriod = has(inputs, "sessionControls.signInFrequencyPeriod");
  const [interval] = valuesAt(inputs, ["sessionControls", "signInFrequencyInterval"]);
  const property = "sessionControls.signInFrequency";
  if (hasNumber !== hasPeriod) {
    return [{ property, reason: "signInFrequency and signInFrequencyPeriod must be given together" }];
  }
  if (interval === "everyTime" && hasNumber) {
    return [{ property, reason: "signInFrequencyInterval everyTime takes no signInFrequency and no period" }];
  }
  return [];
}

function has(inputs: PreviewInputs, path: string): boolean {
  return valuesAt(inputs, path.split(".")).length > 0;
}
