import {
  GetAccountSummaryCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetSAMLProviderCommand,
  GetUserCommand,
  ListAccountAliasesCommand,
  ListAttachedRolePoliciesCommand,
  ListPoliciesCommand,
  ListRolePoliciesCommand,
  ListRoleTagsCommand,
  ListSAMLProvidersCommand,
} from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { developerArns } from "../testing/federation";
import { accountArn, askedBy, boundaryArn, document, furnished } from "../testing/furnished-account";
import { refusal } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented fields, codes and words (2026-11-24).

describe("a role", () => {
  it("is shown whole, unlike in a list: with boundary and tags", async () => {
    const { iam } = await furnished();
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "Auditor" }));
    expect(Role).toMatchObject({
      Arn: accountArn("role/team/Auditor"),
      Path: "/team/",
      Description: "Audits",
      MaxSessionDuration: 3600,
      PermissionsBoundary: { PermissionsBoundaryArn: boundaryArn, PermissionsBoundaryType: "Policy" },
      RoleLastUsed: {},
    });
    expect(Role?.Tags?.map(({ Key }) => Key)).toEqual(["c", "a", "b"]);
    expect(Role?.CreateDate).toBeInstanceOf(Date);
  });

  it("lists its tags and its policies in pages", async () => {
    const { iam } = await furnished();
    const RoleName = "Auditor";
    const first = await iam.send(new ListRoleTagsCommand({ RoleName, MaxItems: 2 }));
    expect([first.Tags?.map(({ Key }) => Key), first.IsTruncated]).toEqual([["a", "b"], true]);
    const second = await iam.send(new ListRoleTagsCommand({ RoleName, MaxItems: 2, Marker: first.Marker }));
    expect([second.Tags, second.IsTruncated]).toEqual([[{ Key: "c", Value: "C" }], false]);
    const { PolicyNames, Marker } = await iam.send(new ListRolePoliciesCommand({ RoleName, MaxItems: 1 }));
    expect(PolicyNames).toEqual(["one"]);
    expect((await iam.send(new ListRolePoliciesCommand({ RoleName, Marker }))).PolicyNames).toEqual(["two"]);
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(attached.AttachedPolicies?.map(({ PolicyName }) => PolicyName)).toEqual([
      "Boundary",
      "SecurityAudit",
      "ViewOnlyAccess",
    ]);
    const below = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName, PathPrefix: "/job-function/" }));
    expect(below.AttachedPolicies).toEqual([
      { PolicyName: "ViewOnlyAccess", PolicyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess" },
    ]);
  });

  it("hands out an inline policy URL-encoded by RFC 3986", async () => {
    const { iam } = await furnished();
    const { PolicyDocument = "" } = await iam.send(
      new GetRolePolicyCommand({ RoleName: "Auditor", PolicyName: "one" }),
    );
    expect(decodeURIComponent(PolicyDocument)).toBe(document);
    expect(PolicyDocument).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})+$/);
  });

  it.each([
    [new GetRoleCommand({ RoleName: "No" }), "The role with name No cannot be found."],
    [new ListRolePoliciesCommand({ RoleName: "No" }), "The role with name No cannot be found."],
    [new ListAttachedRolePoliciesCommand({ RoleName: "No" }), "The role with name No cannot be found."],
    [new ListRoleTagsCommand({ RoleName: "No" }), "The role with name No cannot be found."],
    [
      new GetRolePolicyCommand({ RoleName: "Auditor", PolicyName: "three" }),
      "The role policy with name three cannot be found.",
    ],
  ])("that is not there is no such entity: %#", async (command, message) => {
    const { iam } = await furnished();
    expect(await refusal(iam.send(command as GetRoleCommand))).toBe(`NoSuchEntityException: ${message}`);
  });

  it("is judged by its ARN, path and all, and a denial names it as AWS does", async () => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "iam:GetRole", Resource: accountArn("role/team/*") }],
    });
    const { iam } = await askedBy(policy);
    expect((await iam.send(new GetRoleCommand({ RoleName: "Auditor" }))).Role?.RoleName).toBe("Auditor");
    const words = (action: string, shown: string): string =>
      `AccessDenied: User: ${accountArn("user/Caller")} is not authorized to perform: iam:${action} on resource: ${shown} because no identity-based policy allows the iam:${action} action`;
    for (const RoleName of ["Developer", "NotThere"]) {
      expect(await refusal(iam.send(new GetRoleCommand({ RoleName })))).toBe(words("GetRole", `role ${RoleName}`));
    }
    expect(await refusal(iam.send(new GetUserCommand({ UserName: "Svc" })))).toBe(words("GetUser", "user Svc"));
    expect(await refusal(iam.send(new GetPolicyCommand({ PolicyArn: boundaryArn })))).toBe(
      words("GetPolicy", `policy ${boundaryArn}`),
    );
    expect(await refusal(iam.send(new ListPoliciesCommand({})))).toBe(words("ListPolicies", "policy path /"));
    expect(await refusal(iam.send(new GetAccountSummaryCommand({})))).toBe(words("GetAccountSummary", "*"));
    expect(await refusal(iam.send(new ListAccountAliasesCommand({})))).toBe(words("ListAccountAliases", "*"));
    expect(await refusal(iam.send(new ListSAMLProvidersCommand({})))).toBe(words("ListSAMLProviders", "*"));
    expect(await refusal(iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: developerArns.principalArn })))).toBe(
      words("GetSAMLProvider", developerArns.principalArn),
    );
  });
});
