import { describe, expect, it } from "vitest";
import { InvalidArguments } from "#core/problems";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { registrations } from "../../test/mocked-engine";
import {
  ConsoleMfaPolicy,
  type ConsoleMfaPolicyArgs,
  ConsoleMfaPolicyState,
  planConsoleMfaPolicy,
} from "./console-mfa-policy";

const group = "66660000-0000-4000-8000-000000000009";
const breakGlass = "b4ea6100-0000-4000-8000-000000000001";
const application = "cccc0000-0000-4000-8000-000000000006";
const args: ConsoleMfaPolicyArgs = {
  groupObjectIds: [group],
  applicationClientIds: [application],
  excludedGroupObjectIds: [breakGlass],
};

function problemsOf(change: Partial<ConsoleMfaPolicyArgs>): string[] {
  try {
    return planConsoleMfaPolicy("mfa", { ...args, ...change }).warnings.map(
      ({ code, property }) => `${code} ${property}`,
    );
  } catch (refusal) {
    if (refusal instanceof InvalidArguments) return refusal.problems.map(({ code, property }) => `${code} ${property}`);
    throw refusal;
  }
}

describe("ConsoleMfaPolicy", () => {
  it("registers the article's policy for exactly the given groups and applications, for every client", async () => {
    const program = () => new ConsoleMfaPolicy("mfa", args, explicitProviders());
    const registered = await registrations(program, mockedClouds({ preview: true }));
    const children = registered.filter(({ parent }) => parent === "mfa");
    expect(children.map(({ type, name, provider, inputs }) => [type, name, provider, inputs])).toEqual([
      [
        "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
        "mfa-policy",
        "the-tenant",
        {
          displayName: "AWS Console – MFA",
          state: "enabled",
          conditions: {
            users: { includedGroups: [group], excludedGroups: [breakGlass] },
            applications: { includedApplications: [application] },
            clientAppTypes: ["all"],
          },
          grantControls: { operator: "OR", builtInControls: ["mfa"] },
        },
      ],
    ]);
  });

  it("only reports where that is asked for", () => {
    const { state } = planConsoleMfaPolicy("mfa", { ...args, state: ConsoleMfaPolicyState.ReportOnly });
    expect(state).toBe("enabledForReportingButNotEnforced");
  });

  it.each<[what: string, change: Partial<ConsoleMfaPolicyArgs>, problems: string[]]>([
    ["one group and one application", {}, []],
    ["no groups", { groupObjectIds: [] }, ["conditional-access-no-groups groupObjectIds"]],
    ["no applications", { applicationClientIds: [] }, ["conditional-access-no-applications applicationClientIds"]],
    [
      "no break-glass group, with a warning",
      { excludedGroupObjectIds: undefined },
      ["conditional-access-no-break-glass excludedGroupObjectIds"],
    ],
    [
      "a group that is in and out",
      { excludedGroupObjectIds: [group] },
      ["conditional-access-group-excluded excludedGroupObjectIds[0]"],
    ],
    ["a misspelt state", { state: "enable" as ConsoleMfaPolicyState }, ["state-unknown state"]],
    ["a group's path", { groupObjectIds: [`/groups/${group}`] }, ["object-id-malformed groupObjectIds[0]"]],
  ])("judges %s", (_what, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });
});
