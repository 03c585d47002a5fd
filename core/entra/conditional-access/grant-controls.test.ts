import { describe, expect, it } from "vitest";
import { builtInStrengths, weighGrantControls, type GrantOutcome } from "./grant-controls";
import type { GrantControls } from "./policy";
import type { SignIn } from "./sign-in";

const signIn: SignIn = {
  userId: "alice",
  userType: "member",
  groupIds: [],
  directoryRoleIds: [],
  applicationId: "aws",
  clientAppType: "browser",
  device: { compliant: true, hybridJoined: false },
  satisfied: [],
};
const satisfied: GrantOutcome = { grant: "satisfied" };
const missing = (operator: "AND" | "OR", ...controls: string[]): GrantOutcome => ({
  grant: "missing",
  missing: { operator, controls },
});
const strength = (id: string): GrantControls => ({ operator: "AND", authenticationStrength: { id } });

describe("weighGrantControls", () => {
  it.each<[string, GrantControls | null, Partial<SignIn>, GrantOutcome]>([
    ["none", null, {}, satisfied],
    ["none listed", { operator: "AND", builtInControls: [] }, {}, satisfied],
    ["block", { operator: "OR", builtInControls: ["block"] }, { satisfied: ["mfa"] }, { grant: "block" }],
    ["MFA not done", { operator: "OR", builtInControls: ["mfa"] }, {}, missing("OR", "mfa")],
    ["MFA done", { operator: "OR", builtInControls: ["mfa"] }, { satisfied: ["mfa"] }, satisfied],
    ["one of two is enough", { operator: "OR", builtInControls: ["mfa", "compliantDevice"] }, {}, satisfied],
    ["both of two", { operator: "AND", builtInControls: ["mfa", "compliantDevice"] }, {}, missing("AND", "mfa")],
    [
      "each of two is missing",
      { operator: "OR", builtInControls: ["mfa", "domainJoinedDevice"] },
      {},
      missing("OR", "mfa", "domainJoinedDevice"),
    ],
    [
      "a device that nobody knows",
      { operator: "OR", builtInControls: ["mfa", "compliantDevice"] },
      { device: undefined },
      { grant: "open", inputs: ["device.compliant"] },
    ],
    [
      "a device that nobody knows beside what is missing",
      { operator: "AND", builtInControls: ["mfa", "compliantDevice"] },
      { device: {} },
      missing("AND", "mfa"),
    ],
    [
      "nobody knows what was met",
      { operator: "AND", builtInControls: ["mfa"] },
      { satisfied: "unknown" },
      { grant: "open", inputs: ["satisfied"] },
    ],
    ["terms of use", { operator: "AND", termsOfUse: ["tou"] }, {}, missing("AND", "tou")],
    ["terms of use accepted", { operator: "AND", termsOfUse: ["tou"] }, { satisfied: ["tou"] }, satisfied],
    ["a custom factor", { operator: "AND", customAuthenticationFactors: ["x"] }, {}, missing("AND", "x")],
    ["MFA is no strength", strength("phishing"), { satisfied: ["mfa"] }, missing("AND", "phishing")],
    [
      "a strength as a path",
      strength("/policies/authenticationStrengthPolicies/own"),
      { satisfied: ["own"] },
      satisfied,
    ],
    [
      "a stronger strength contains a weaker one",
      strength(builtInStrengths.multifactor),
      { satisfied: [builtInStrengths.phishingResistant] },
      satisfied,
    ],
    [
      "a weaker strength is not a stronger one",
      strength(builtInStrengths.phishingResistant),
      { satisfied: [builtInStrengths.passwordless] },
      missing("AND", builtInStrengths.phishingResistant),
    ],
    [
      "a strength is MFA",
      { operator: "OR", builtInControls: ["mfa"] },
      { satisfied: [builtInStrengths.phishingResistant] },
      satisfied,
    ],
  ])("%s", (_because, controls, change, expected) => {
    expect(weighGrantControls(controls, { ...signIn, ...change })).toEqual(expected);
  });
});
