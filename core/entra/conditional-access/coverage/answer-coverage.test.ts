import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CoverageAnswer } from "./answer-case";
import { answerCoverage } from "./answer-coverage";
import { coverageQuestionNames } from "./question";

const all = {
  users: { includeUsers: ["All"] },
  applications: { includeApplications: ["All"] },
  clientAppTypes: ["all"],
};
const mfa = { operator: "OR", builtInControls: ["mfa"] };

const policy = (conditions: object = {}, grantControls: unknown = mfa, name = "MFA"): object => ({
  id: "1",
  displayName: name,
  state: "enabled",
  conditions: { ...all, ...conditions },
  grantControls,
});

const asked = (policies: readonly unknown[], tenant = {}): CoverageAnswer =>
  answerCoverage("mfa-for-all-users", policies, tenant);

const office = (id: string, cidrAddress: string, isTrusted = false): object => ({
  id,
  displayName: `the ${id}`,
  isTrusted,
  ipRanges: [{ cidrAddress }],
});

describe("answerCoverage", () => {
  it("has no reasons for a yes", () => {
    expect(asked([policy()])).toEqual({ answer: "yes", reasons: [] });
  });

  it("tells the sign-in that escapes, then why each policy does not reach it", () => {
    const policies = [
      policy({ platforms: { includePlatforms: ["all"], excludePlatforms: ["linux"] } }, mfa, "everywhere"),
      policy({ clientAppTypes: ["browser"] }, mfa, "browsers"),
      { ...policy({}, mfa, "off"), state: "disabled" },
      { ...policy({}, mfa, "watching"), state: "enabledForReportingButNotEnforced" },
      policy({}, { operator: "OR", builtInControls: ["mfa", "approvedApplication"] }, "loose"),
      policy({}, null, "session"),
    ];
    expect(asked(policies)).toEqual({
      answer: "no",
      reasons: [
        "a sign-in with an app on linux gets through without MFA",
        'policy "everywhere": excludes the platform linux',
        'policy "browsers": only browser clients',
        'policy "off": is disabled',
        'policy "watching": is report-only',
        'policy "loose": is content with approvedApplication, one of its controls',
        'policy "session": demands nothing of who signs in',
      ],
    });
  });

  it("escapes names that a terminal would obey", () => {
    const { reasons } = asked([policy({ clientAppTypes: ["browser"] }, mfa, "\u001b[2J")]);
    expect(reasons[1]).toBe('policy "\\u001b[2J": only browser clients');
  });

  it("names a place by the locations that lie there", () => {
    const namedLocations = [office("office", "203.0.113.0/24"), office("lab", "203.0.113.128/25")];
    const everywhereBut = { includeLocations: ["All"], excludeLocations: ["office"] };
    const inLab = policy({ locations: { includeLocations: ["lab"] } });
    expect(asked([policy({ locations: everywhereBut }), inLab], { namedLocations }).reasons[0]).toBe(
      "a sign-in from the location office gets through without MFA",
    );
    const inOffice = policy({ locations: { includeLocations: ["office"] } });
    expect(
      asked([policy({ locations: { ...everywhereBut, excludeLocations: ["lab"] } }), inOffice], { namedLocations }),
    ).toEqual({
      answer: "yes",
      reasons: [],
    });
  });

  it("knows when two ranges make up a third", () => {
    const halves = [office("low", "203.0.113.0/25"), office("high", "203.0.113.128/25")];
    const policies = [
      policy({ locations: { includeLocations: ["All"], excludeLocations: ["office"] } }),
      policy({ locations: { includeLocations: ["low", "high"] } }),
    ];
    expect(asked(policies, { namedLocations: [office("office", "203.0.113.0/24"), ...halves] }).answer).toBe("yes");
    expect(asked(policies, { namedLocations: [office("office", "203.0.113.0/23"), ...halves] }).answer).toBe("no");
  });

  it("does not know how a location that nobody has described overlaps another", () => {
    const policies = [
      policy({ locations: { includeLocations: ["All"], excludeLocations: ["one"] } }),
      policy({ locations: { includeLocations: ["two"] } }),
    ];
    expect(asked(policies)).toEqual({
      answer: "undetermined",
      reasons: [
        'it is not known whether a sign-in from the location "one" gets through without MFA',
        'policy "MFA": excludes the location "one"',
        'policy "MFA": only from "two"',
      ],
    });
  });

  it("sets an application of a suite against the suite", () => {
    const exchange = "00000002-0000-0ff1-ce00-000000000000";
    const butExchange = policy({ applications: { includeApplications: ["All"], excludeApplications: [exchange] } });
    const office365 = policy({ applications: { includeApplications: ["Office365"] } });
    expect(asked([butExchange, office365]).answer).toBe("yes");
    const butOffice = policy({ applications: { includeApplications: ["All"], excludeApplications: ["Office365"] } });
    expect(asked([butOffice, policy({ applications: { includeApplications: [exchange] } })]).answer).toBe("no");
  });

  it("tells guests of enumerated tenants from others", () => {
    const guests = (members?: readonly string[]): object => ({
      guestOrExternalUserTypes: "internalGuest,b2bCollaborationGuest",
      externalTenants: members ? { membershipKind: "enumerated", members } : { membershipKind: "all" },
    });
    const but = policy({ users: { includeUsers: ["All"], excludeGuestsOrExternalUsers: guests(["partner"]) } });
    const covering = (members?: readonly string[]): object =>
      policy({ users: { includeGuestsOrExternalUsers: guests(members) } });
    expect(asked([but]).answer).toBe("no");
    expect(asked([but, covering()]).answer).toBe("yes");
    expect(asked([but, covering(["partner"])]).answer).toBe("yes");
    expect(asked([but, covering(["somebody else"])]).answer).toBe("no");
  });

  it.each([
    [5, "policy number 1: is not an object"],
    [{ ...policy(), state: 3 }, 'policy "MFA": state is not a text'],
    [{ ...policy(), state: "on" }, 'policy "MFA": state is "on", of which nothing is known'],
    [{ ...policy(), conditions: null }, 'policy "MFA": conditions is missing'],
    [policy({ users: null }), 'policy "MFA": conditions.users is missing'],
    [policy({ clientAppTypes: "all" }), 'policy "MFA": conditions.clientAppTypes is not a list of texts'],
    [
      policy({ clientAppTypes: ["smoke signals"] }),
      'policy "MFA": conditions.clientAppTypes names "smoke signals", of which nothing is known',
    ],
    [
      policy({ users: { includeUsers: ["All"], excludePlanets: ["x"] } }),
      'policy "MFA": conditions.users.excludePlanets is a condition that is not known',
    ],
    [
      policy({ devices: { deviceFilter: { mode: "maybe", rule: "x" } } }),
      'policy "MFA": conditions.devices.deviceFilter.rule cannot be read',
    ],
    [
      policy({}, { operator: "XOR", builtInControls: ["mfa", "compliantDevice"] }),
      'policy "MFA": grantControls.operator is neither AND nor OR',
    ],
    [
      policy({}, { operator: "OR", builtInControls: ["retina"] }),
      'policy "MFA": grantControls.controls name "retina", of which it is not known who gets past it',
    ],
    [policy({}, "mfa"), 'policy "MFA": grantControls is not an object'],
  ])("says what it cannot understand of %j", (given, reason) => {
    expect(asked([given])).toEqual({
      answer: "undetermined",
      reasons: ["it is not known whether a sign-in gets through without MFA", reason],
    });
  });

  it("leaves what it cannot understand out where the rest is enough", () => {
    expect(asked([policy({ clientAppTypes: "all" }), policy()]).answer).toBe("yes");
    expect(asked([policy({ clientAppTypes: "all" }, null), policy({ clientAppTypes: ["browser"] })]).answer).toBe("no");
  });

  it("answers any JSON without an exception", () => {
    const text = fc.constantFrom("All", "enabled", "mfa", "OR", "__proto__", "constructor", "all", "");
    const value = fc.oneof(text, fc.jsonValue({ maxDepth: 3 }));
    const keys = ["state", "conditions", "grantControls", "users", "applications", "devices", "locations", "platforms"];
    const given = fc.dictionary(
      fc.constantFrom(...keys, "includeUsers", "deviceFilter", "rule", "builtInControls"),
      value,
    );
    const hostile = fc.array(
      fc.oneof(
        given,
        given.map((conditions) => policy(conditions)),
        value,
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...coverageQuestionNames),
        hostile,
        value,
        value,
        (question, policies, tenant, subject) => {
          const { answer } = answerCoverage(question, policies, tenant as object, subject as object);
          expect(["yes", "no", "undetermined"]).toContain(answer);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it("answers for as many policies as a tenant can have", () => {
    const platforms = ["windows", "macOS", "linux", "iOS", "android"];
    const many = Array.from({ length: 239 }, (_, index) =>
      policy({
        users: {
          includeUsers: ["All"],
          excludeGroups: [`g${index}`, `g${(index + 1) % 239}`],
          excludeUsers: [`u${index}`],
        },
        platforms: { includePlatforms: ["all"], excludePlatforms: [platforms[index % 5]] },
      }),
    );
    expect(asked(many).answer).toBe("no");
    expect(asked([...many, policy()]).answer).toBe("yes");
  });
});
