import { describe, expect, it } from "vitest";
import { uncoveredExclusions } from "./uncovered-exclusions";

const policy = (users: object, more: object = {}, builtInControls = ["mfa"]): object => ({
  displayName: "policy",
  state: "enabled",
  conditions: {
    users: { includeUsers: ["All"], ...users },
    applications: { includeApplications: ["All"] },
    clientAppTypes: ["all"],
    ...more,
  },
  grantControls: { operator: "OR", builtInControls },
});

const butGroup = policy({ excludeGroups: ["contractors"] });
const forContractors = (more: object = {}, builtInControls?: string[]): object =>
  policy({ includeUsers: [], includeGroups: ["contractors"] }, more, builtInControls);

describe("uncoveredExclusions", () => {
  it("finds what is left out and covered nowhere", () => {
    expect(uncoveredExclusions([butGroup])).toEqual([
      {
        policy: 0,
        exclusion: 'excludes the group "contractors"',
        answer: "no",
        escape: 'a sign-in of a member of the group "contractors" gets through without MFA',
      },
    ]);
  });

  it.each([
    ["another policy demands MFA", [butGroup, forContractors()], {}],
    ["another policy blocks", [butGroup, forContractors({}, ["block"])], {}],
    ["the exclusion is accepted", [butGroup], { excluded: { groups: ["contractors"] } }],
    ["the policy demands something else", [policy({ excludeGroups: ["contractors"] }, {}, ["compliantDevice"])], {}],
    ["the policy blocks", [policy({ excludeGroups: ["contractors"] }, {}, ["block"])], {}],
    [
      "the policy would reach them in browsers only, and so does the other",
      [
        policy({ excludeGroups: ["contractors"] }, { clientAppTypes: ["browser"] }),
        forContractors({ clientAppTypes: ["browser"] }),
      ],
      {},
    ],
    [
      "policies exclude each other's groups",
      [
        policy({ includeUsers: [], includeGroups: ["a"], excludeGroups: ["b"] }),
        policy({ includeUsers: [], includeGroups: ["b"] }),
      ],
      {},
    ],
  ])("is content where %s", (_title, policies, tenant) => {
    expect(uncoveredExclusions(policies, tenant)).toEqual([]);
  });

  it("asks about the sign-ins only that the policy would reach", () => {
    const browserOnly = policy({ excludeGroups: ["contractors"] }, { clientAppTypes: ["browser"] });
    expect(
      uncoveredExclusions([browserOnly, forContractors({ platforms: { includePlatforms: ["windows"] } })]),
    ).toEqual([
      {
        policy: 0,
        exclusion: 'excludes the group "contractors"',
        answer: "no",
        escape: 'a sign-in of a member of the group "contractors" on macOS gets through without MFA',
      },
    ]);
  });

  it("does not know it where the other policy cannot be understood", () => {
    const found = uncoveredExclusions([butGroup, forContractors({ clientAppTypes: "all" })]);
    expect(found.map(({ answer }) => answer)).toEqual(["undetermined"]);
  });
});
