import { describe, expect, it } from "vitest";
import { analyzeConditionalAccessLine } from "./conditional-access";

const policy = {
  id: "1",
  displayName: "MFA",
  state: "enabled",
  conditions: {
    users: { includeUsers: ["All"] },
    applications: { includeApplications: ["All"] },
    clientAppTypes: ["browser"],
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
};

describe("analyzeConditionalAccessLine", () => {
  it("answers with the line's id and the reasons", () => {
    expect(analyzeConditionalAccessLine({ id: "x", question: "mfa-for-all-users", policies: [policy] })).toEqual({
      id: "x",
      answer: "no",
      reasons: ["a sign-in with an app gets through without MFA", 'policy "MFA": only browser clients'],
    });
  });

  it("hands tenant and subject on", () => {
    const policies = [
      {
        ...policy,
        conditions: {
          ...policy.conditions,
          clientAppTypes: ["all"],
          users: { includeGroups: ["g"], excludeGroups: ["h"] },
        },
      },
    ];
    const line = {
      id: 7,
      question: "mfa-for-subject",
      policies,
      tenant: {},
      subject: { groupIds: ["g"], appId: "aws" },
    };
    expect(analyzeConditionalAccessLine(line)).toEqual({ id: 7, answer: "yes", reasons: [] });
    const excluded = { ...line, question: "mfa-for-all-users", tenant: { excluded: { groupIds: ["g"] } } };
    expect(analyzeConditionalAccessLine(excluded)).toMatchObject({ id: 7, answer: "no" });
  });

  it.each([
    [null, null, "the line must be a JSON object, not null"],
    [[], null, "the line must be a JSON object, not a list"],
    [
      { id: "x", question: "mfa-for-all-user", policies: [] },
      "x",
      '“question” must be a question that can be answered, not "mfa-for-all-user"; did you mean mfa-for-all-users?',
    ],
    [{ id: "x", question: "mfa-for-all-users" }, "x", "“policies” must be a list of policies, not nothing"],
    [{ question: "mfa-for-all-users", policies: {} }, null, "“policies” must be a list of policies, not a object"],
  ])("says what is wrong with the line %j", (line, id, error) => {
    expect(analyzeConditionalAccessLine(line)).toEqual({ id, error });
  });
});
