import {
  GetUserCommand,
  GetUserPolicyCommand,
  ListAccessKeysCommand,
  ListAttachedUserPoliciesCommand,
  ListUserPoliciesCommand,
} from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { accountArn, allowing, askedBy, document, furnished } from "../testing/furnished-account";
import { clients, federated, refusal, signInAsDeveloper } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented fields, codes and words (2026-11-24).

describe("a user", () => {
  it("is shown with its policies", async () => {
    const { iam } = await furnished();
    const UserName = "Svc";
    const { User } = await iam.send(new GetUserCommand({ UserName }));
    expect(User).toMatchObject({ Arn: accountArn("user/services/Svc"), Tags: [{ Key: "k", Value: "v" }] });
    expect((await iam.send(new ListUserPoliciesCommand({ UserName }))).PolicyNames).toEqual(["Own"]);
    expect((await iam.send(new ListAttachedUserPoliciesCommand({ UserName }))).AttachedPolicies).toEqual([]);
    const own = await iam.send(new GetUserPolicyCommand({ UserName, PolicyName: "Own" }));
    expect(decodeURIComponent(own.PolicyDocument ?? "")).toBe(document);
  });

  it("must be named by who is no user: a session", async () => {
    const { url } = await federated();
    const { iam } = clients(url, await signInAsDeveloper(url));
    const unnamed = "ValidationError: Must specify userName when calling with non-User credentials";
    expect(await refusal(iam.send(new GetUserCommand({})))).toBe(unnamed);
    expect(await refusal(iam.send(new ListAccessKeysCommand({})))).toBe(unnamed);
  });

  it("is the caller where none is named", async () => {
    const { iam, keys } = await askedBy(allowing("iam:GetUser", "iam:ListAccessKeys"));
    expect((await iam.send(new GetUserCommand({}))).User?.UserName).toBe("Caller");
    const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({}));
    expect(AccessKeyMetadata).toMatchObject([{ UserName: "Caller", AccessKeyId: keys.accessKeyId, Status: "Active" }]);
  });

  it("is not the root user, of which nothing is told", async () => {
    const { iam } = await furnished();
    expect(await refusal(iam.send(new GetUserCommand({})))).toBe(
      "NotEmulated: What the root user asks about itself is not emulated: give UserName.",
    );
  });

  it("that is not there is no such entity", async () => {
    const { iam } = await furnished();
    const missing = "NoSuchEntityException: The user with name No cannot be found.";
    const UserName = "No";
    expect(await refusal(iam.send(new GetUserCommand({ UserName })))).toBe(missing);
    expect(await refusal(iam.send(new ListUserPoliciesCommand({ UserName })))).toBe(missing);
    expect(await refusal(iam.send(new ListAttachedUserPoliciesCommand({ UserName })))).toBe(missing);
    expect(await refusal(iam.send(new ListAccessKeysCommand({ UserName })))).toBe(missing);
    expect(await refusal(iam.send(new GetUserPolicyCommand({ UserName: "Svc", PolicyName: "No" })))).toBe(
      "NoSuchEntityException: The user policy with name No cannot be found.",
    );
  });
});
