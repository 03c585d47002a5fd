import { describe, expect, it } from "vitest";
import { decideSignIn, type SignInDecision } from "./decide-sign-in";
import { evaluatePolicy, type PolicyOutcome } from "./evaluate-policy";
import type { ConditionalAccessPolicy } from "./policy";
import type { SignIn } from "./sign-in";

const signIn: SignIn = {
  userId: "alice",
  userType: "member",
  groupIds: ["AWS-Account1-Developers"],
  directoryRoleIds: [],
  applicationId: "aws",
  clientAppType: "browser",
  signInRisk: "none",
  satisfied: [],
};
const tenant = { namedLocations: [] };

function policy(displayName: string, change: Partial<ConditionalAccessPolicy> = {}): ConditionalAccessPolicy {
  return {
    id: `id of ${displayName}`,
    displayName,
    state: "enabled",
    conditions: {
      users: { includeGroups: ["AWS-Account1-Developers"], excludeGroups: ["BreakGlass"] },
      applications: { includeApplications: ["aws"] },
      clientAppTypes: ["all"],
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
    ...change,
  };
}
const reference = (displayName: string) => ({ id: `id of ${displayName}`, displayName });
const block = { operator: "OR", builtInControls: ["block"] } as const;
const onRisk = { ...policy("").conditions, signInRiskLevels: ["high"] } as const;
const mfa = policy("MFA");

function decide(policies: ConditionalAccessPolicy[], change: Partial<SignIn> = {}): SignInDecision {
  return decideSignIn(policies, { ...signIn, ...change }, tenant);
}
const nothing = { missing: [], reportOnly: [], open: [] };
const mfaMissing = [{ ...reference("MFA"), operator: "OR" as const, controls: ["mfa"] }];

describe("decideSignIn", () => {
  it.each<[string, SignInDecision, SignInDecision]>([
    ["without policies everyone signs in", decide([]), { ...nothing, decision: "granted", policies: [] }],
    [
      "what is missing is asked for",
      decide([mfa]),
      { ...nothing, decision: "challenge", policies: [reference("MFA")], missing: mfaMissing },
    ],
    [
      "what is met is granted",
      decide([mfa], { satisfied: ["mfa"] }),
      { ...nothing, decision: "granted", policies: [reference("MFA")] },
    ],
    [
      "the break-glass group is not asked",
      decide([mfa], { groupIds: ["AWS-Account1-Developers", "BreakGlass"] }),
      { ...nothing, decision: "granted", policies: [] },
    ],
    [
      "a block wins over what is missing",
      decide([mfa, policy("Block", { grantControls: block })]),
      { ...nothing, decision: "blocked", policies: [reference("Block")], missing: mfaMissing },
    ],
    [
      "report-only is told and not enforced",
      decide([
        policy("Report", { state: "enabledForReportingButNotEnforced" }),
        policy("Report block", { state: "enabledForReportingButNotEnforced", grantControls: block }),
      ]),
      {
        ...nothing,
        decision: "granted",
        policies: [],
        reportOnly: [
          { ...reference("Report"), would: "challenge" },
          { ...reference("Report block"), would: "block" },
        ],
      },
    ],
    [
      "a disabled policy is not there",
      decide([policy("Off", { state: "disabled", grantControls: block })]),
      { ...nothing, decision: "granted", policies: [] },
    ],
    [
      "a block that hangs on a risk",
      decide([mfa, policy("Risk", { conditions: onRisk, grantControls: block })], { signInRisk: "unknown" }),
      {
        ...nothing,
        decision: "undetermined",
        policies: [],
        missing: mfaMissing,
        open: [{ ...reference("Risk"), inputs: ["signInRisk"] }],
      },
    ],
    [
      "MFA that hangs on a risk",
      decide([policy("Risk", { conditions: onRisk })], { signInRisk: "unknown" }),
      {
        ...nothing,
        decision: "undetermined",
        policies: [],
        open: [{ ...reference("Risk"), inputs: ["signInRisk"] }],
      },
    ],
    [
      "MFA that hangs on a risk and is done anyway",
      decide([policy("Risk", { conditions: onRisk })], { signInRisk: "unknown", satisfied: ["mfa"] }),
      { ...nothing, decision: "granted", policies: [] },
    ],
    [
      "a challenge in any case",
      decide([mfa, policy("Risk", { conditions: onRisk })], { signInRisk: "unknown" }),
      {
        ...nothing,
        decision: "challenge",
        policies: [reference("MFA")],
        missing: mfaMissing,
        open: [{ ...reference("Risk"), inputs: ["signInRisk"] }],
      },
    ],
    [
      "a block whatever is open",
      decide(
        [policy("Risk", { conditions: onRisk, grantControls: block }), policy("Block", { grantControls: block })],
        {
          signInRisk: undefined,
        },
      ),
      {
        ...nothing,
        decision: "blocked",
        policies: [reference("Block")],
        open: [{ ...reference("Risk"), inputs: ["signInRisk"] }],
      },
    ],
  ])("%s", (_because, decision, expected) => {
    expect(decision).toEqual(expected);
  });
});

describe("evaluatePolicy", () => {
  const missing = { grant: "missing", missing: { operator: "OR", controls: ["mfa"] } } as const;
  it.each<[string, ConditionalAccessPolicy, Partial<SignIn>, PolicyOutcome]>([
    ["applies", mfa, {}, { outcome: "applied", grant: missing }],
    ["names the condition", mfa, { applicationId: "other" }, { outcome: "notApplied", condition: "applications" }],
    ["names the first condition", mfa, { userId: "x", groupIds: [] }, { outcome: "notApplied", condition: "users" }],
    [
      "does not apply, whatever is unknown",
      policy("Risk", { conditions: onRisk }),
      { signInRisk: "unknown", groupIds: [] },
      { outcome: "notApplied", condition: "users" },
    ],
    [
      "hangs on a condition that is not modelled",
      policy("New", { conditions: { ...mfa.conditions, ...{ moonPhases: ["full"] } } }),
      {},
      { outcome: "open", grant: missing, inputs: ["conditions.moonPhases"] },
    ],
    [
      "passes over what Graph sends beside and empty",
      policy("New", {
        conditions: { ...mfa.conditions, ...{ times: null, "users@odata.type": "#x", deviceStates: [] } },
      }),
      {},
      { outcome: "applied", grant: missing },
    ],
  ])("%s", (_because, given, change, expected) => {
    expect(evaluatePolicy(given, { ...signIn, ...change }, tenant)).toEqual(expected);
  });
});
