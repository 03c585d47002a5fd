import { type ConditionalAccessPolicy, evaluatePolicy, type SignIn } from "#core/entra/conditional-access";
import { answerCoverage } from "#core/entra/conditional-access/coverage";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/*
 * Conditions that the naive model lacks, judged by the evaluator of single sign-ins: a policy that blocks answers yes to
 * a question about one kind of sign-in exactly where it applies to that sign-in.
 */

const kinds = ["internalGuest", "b2bCollaborationGuest", "serviceProvider"] as const;
const flows = ["none", "deviceCodeFlow", "authenticationTransfer"] as const;
const clients = ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"] as const;
const platforms = ["windows", "linux", "android", "unrecognised"] as const;

const signIns: fc.Arbitrary<SignIn> = fc
  .record({
    kind: fc.constantFrom("none" as const, ...kinds),
    directoryRoleIds: fc.subarray(["administrator", "reader"]),
    groupIds: fc.subarray(["developers", "contractors"]),
    clientAppType: fc.constantFrom(...clients),
    platform: fc.constantFrom(...platforms),
    authenticationFlow: fc.constantFrom(...flows),
    insiderRisk: fc.constantFrom("none" as const, "elevated" as const),
    authenticationContext: fc.constantFrom(undefined, "c1"),
    homeTenantId: fc.constantFrom("partner", "stranger"),
    device: fc.record({ compliant: fc.boolean(), hybridJoined: fc.boolean() }),
  })
  .map(({ kind, authenticationContext, ...rest }) => ({
    ...rest,
    userId: "alice",
    userType: kind === "none" ? "member" : "guest",
    externalUserType: kind,
    applicationId: "aws",
    ...(authenticationContext !== undefined && { authenticationContext }),
    signInRisk: "none",
    userRisk: "none",
    satisfied: [],
  }));

const perhaps = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const guests = fc.record({
  guestOrExternalUserTypes: fc.subarray([...kinds], { minLength: 1 }).map((some) => some.join(",")),
  externalTenants: fc.constantFrom(
    null,
    { membershipKind: "all" as const },
    { membershipKind: "enumerated" as const, members: ["partner"] },
  ),
});

const filters = [
  "device.isCompliant -eq True",
  "device.isCompliant -ne True",
  'device.trustType -eq "ServerAD"',
  'device.trustType -ne "ServerAD"',
];

const policies: fc.Arbitrary<ConditionalAccessPolicy> = fc
  .record({
    users: fc.record({
      includeUsers: fc.constantFrom(["All"], ["alice"], ["GuestsOrExternalUsers"], []),
      excludeUsers: fc.constantFrom([], [], ["GuestsOrExternalUsers"], ["bob"]),
      includeGroups: fc.constantFrom([], ["developers"]),
      excludeGroups: fc.constantFrom([], [], ["contractors"]),
      includeRoles: fc.constantFrom([], ["administrator"]),
      excludeRoles: fc.constantFrom([], [], ["reader"]),
      includeGuestsOrExternalUsers: perhaps(guests),
      excludeGuestsOrExternalUsers: perhaps(guests),
    }),
    applications: fc.constantFrom(
      { includeApplications: ["All"] },
      { includeApplications: ["aws"], excludeApplications: ["other"] },
      { includeApplications: ["All"], excludeApplications: ["aws"] },
      { includeAuthenticationContextClassReferences: ["c1"] },
      { includeUserActions: ["urn:user:registersecurityinfo"] },
    ),
    clientAppTypes: fc.constantFrom(
      ["all" as const],
      ["browser" as const],
      ["easSupported" as const, "other" as const],
    ),
    platforms: perhaps(
      fc.record({
        includePlatforms: fc.constantFrom(["all"], ["windows", "android"]),
        excludePlatforms: fc.constantFrom([], ["linux"]),
      }),
    ),
    insiderRiskLevels: perhaps(fc.constantFrom("elevated", "minor,elevated")),
    authenticationFlows: perhaps(fc.constantFrom({ transferMethods: "deviceCodeFlow" }, { transferMethods: "none" })),
    devices: perhaps(
      fc.record({
        deviceFilter: fc.record({
          mode: fc.constantFrom("include" as const, "exclude" as const),
          rule: fc.constantFrom(...filters),
        }),
      }),
    ),
  })
  .map((conditions) => ({
    id: "id",
    displayName: "policy",
    state: "enabled",
    conditions,
    grantControls: { operator: "OR", builtInControls: ["block"] },
  }));

const yesOrNo = (holds: boolean): readonly string[] => [holds ? "yes" : "no"];

/** The question that only this sign-in is asked by. */
function about(signIn: SignIn): Readonly<Record<string, readonly string[]>> {
  const { device, externalUserType, authenticationContext = "none" } = signIn;
  const among = (family: string, all: readonly string[], has: SignIn["groupIds"]) =>
    all.map((id) => [`${family} ${id}`, yesOrNo(has.includes(id))] as const);
  return Object.fromEntries<readonly string[]>([
    ["user", ["alice"]],
    ["kind", [externalUserType === "none" ? "member" : String(externalUserType)]],
    ["homeTenant", [String(signIn.homeTenantId)]],
    ["application", ["aws"]],
    ["userAction", ["none"]],
    ["authenticationContext", [authenticationContext]],
    ["client", [signIn.clientAppType]],
    ["platform", [String(signIn.platform)]],
    ["flow", [String(signIn.authenticationFlow)]],
    ["insiderRisk", [String(signIn.insiderRisk)]],
    ["compliant", yesOrNo(device?.compliant === true)],
    ["hybridJoined", yesOrNo(device?.hybridJoined === true)],
    ...among("group", ["developers", "contractors"], signIn.groupIds),
    ...among("role", ["administrator", "reader"], signIn.directoryRoleIds),
  ]);
}

describe("answerCoverage about one sign-in", () => {
  it("agrees with the evaluation of that sign-in", () => {
    const answers = { yes: 0, no: 0, undetermined: 0 };
    fc.assert(
      fc.property(policies, signIns, (policy, signIn) => {
        const applies = evaluatePolicy(policy, signIn, { namedLocations: [] }).outcome === "applied";
        const { answer } = answerCoverage({ demand: "block", covers: about(signIn) }, [policy]);
        answers[answer]++;
        expect(answer).toBe(applies ? "yes" : "no");
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(answers.yes, answers.no), "both answers are tried").toBeGreaterThan(50);
  });
});
