import { describe, expect, it } from "vitest";
import { existingIamUserArgumentProblems, existingIamUserProblems, iamUserOf } from "./existing-iam-user";

const arn = "arn:aws:iam::111122223333:user/service/Provisioner";
const account = { id: "111122223333", name: "Account1" };

describe("an IAM user who is there already", () => {
  it("is named by an ARN of the account, with any path", () => {
    expect(iamUserOf(arn)).toEqual({ name: "Provisioner", path: "/service/" });
    expect(existingIamUserArgumentProblems(arn, account, "existingUserArn")).toEqual([]);
    expect(iamUserOf("Provisioner")).toEqual({ name: "", path: undefined });
  });

  it.each([
    ["arn:aws:iam::444455556666:user/Provisioner", "arn-other-account"],
    ["arn:aws:iam::111122223333:role/Provisioner", "arn-malformed"],
    ["Provisioner", "arn-malformed"],
  ])("is not %s", (other, code) => {
    expect(existingIamUserArgumentProblems(other, account, "existingUserArn").map((problem) => problem.code)).toEqual([
      code,
    ]);
  });

  it("is refused under another path than its own, which has another ARN", () => {
    const found = { arn: "arn:aws:iam::111122223333:user/Provisioner" };
    expect(existingIamUserProblems(found, arn, "existingUserArn")).toMatchObject([
      { code: "existing-user-other-path", expected: `the ARN of the user of that name: ${found.arn}` },
    ]);
    expect(existingIamUserProblems({ arn }, arn, "existingUserArn")).toEqual([]);
  });

  it("is refused where the stack has made it", () => {
    const problems = existingIamUserProblems(
      { arn, holder: "urn:pulumi:dev::p::aws:iam/user:User::u" },
      arn,
      "existingUserArn",
    );
    expect(problems.map(({ code }) => code)).toEqual(["existing-thing-of-this-stack"]);
  });
});
