import { ListRolesCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import { ListBucketsCommand, type ListBucketsCommandInput } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";

import { createAccessKey } from "../state/access-keys";
import { createRole, roleOf } from "../state/roles";
import { putUserPolicy } from "../state/user-policies";
import { createUser } from "../state/users";
import { developerArns, federate } from "../testing/federation";
import { clients, type Keys, refusal, serveWith } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented codes and words (2026-11-24).

describe("lists", () => {
  it("come in pages that hold every entry once, in order", async () => {
    const names = ["alpha", "Beta", "gamma", "delta", "epsilon"];
    const account = await serveWith((handle) => {
      handle.change((draft, invention) => {
        for (const name of names) createUser(draft, { name }, invention);
      });
    });
    const { iam } = clients(account.url, account.credentials("111122223333"));
    const seen: (string | undefined)[] = [];
    let Marker: string | undefined;
    let pages = 0;
    do {
      const page = await iam.send(new ListUsersCommand({ MaxItems: 2, Marker }));
      expect(page.IsTruncated).toBe(page.Marker !== undefined);
      seen.push(...(page.Users ?? []).map(({ UserName }) => UserName));
      Marker = page.Marker;
      pages += 1;
    } while (Marker !== undefined);
    expect(pages).toBe(3);
    expect(seen).toEqual([...names].sort());
    expect(await refusal(iam.send(new ListUsersCommand({ Marker: "made up!" })))).toBe(
      "ValidationError: Invalid Marker.",
    );
    expect(await refusal(iam.send(new ListUsersCommand({ MaxItems: 1001 })))).toContain(
      "ValidationError: 1 validation error detected: Value '1001' at 'maxItems'",
    );
  });

  it("of buckets come in pages, by prefix and by region", async () => {
    const account = await serveWith((handle) => {
      handle.change((draft) => {
        draft.buckets = ["b2", "a1", "b1", "b3"].map((name) => ({
          name,
          region: name === "b3" ? "eu-west-1" : "us-east-1",
          createDate: "2026-01-01T00:00:00Z",
        }));
      });
    });
    const { s3 } = clients(account.url, account.credentials("111122223333"));
    const list = async (input: ListBucketsCommandInput) => {
      const page = await s3.send(new ListBucketsCommand(input));
      return { names: page.Buckets?.map(({ Name }) => Name), token: page.ContinuationToken, prefix: page.Prefix };
    };
    expect(await list({})).toEqual({ names: ["a1", "b1", "b2", "b3"] });
    const first = await list({ Prefix: "b", MaxBuckets: 2 });
    expect(first).toMatchObject({ names: ["b1", "b2"], prefix: "b" });
    expect(await list({ Prefix: "b", MaxBuckets: 2, ContinuationToken: first.token })).toEqual({
      names: ["b3"],
      prefix: "b",
    });
    expect(await list({ BucketRegion: "eu-west-1" })).toEqual({ names: ["b3"] });
    expect(await refusal(s3.send(new ListBucketsCommand({ MaxBuckets: 0 })))).toBe(
      "InvalidArgument: Argument max-buckets must be an integer between 1 and 10000",
    );
  });

  it("of roles come in pages too, and below a path", async () => {
    const names = ["Auditor", "Builder", "Caretaker"];
    const account = await serveWith((handle) => {
      handle.change((draft, invention) => {
        federate(draft);
        const { trustPolicy } = roleOf(draft, "Developer");
        for (const name of names) createRole(draft, { name, path: "/team/", trustPolicy }, invention);
      });
    });
    const { iam } = clients(account.url, account.credentials("111122223333"));
    const namesOf = (page: { Roles?: { RoleName?: string }[] }) => page.Roles?.map(({ RoleName }) => RoleName);
    const first = await iam.send(new ListRolesCommand({ MaxItems: 3 }));
    expect([namesOf(first), first.IsTruncated]).toEqual([names, true]);
    const second = await iam.send(new ListRolesCommand({ MaxItems: 3, Marker: first.Marker }));
    expect([namesOf(second), second.IsTruncated, second.Marker]).toEqual([["Deployer", "Developer"], false, undefined]);
    expect(namesOf(await iam.send(new ListRolesCommand({ PathPrefix: "/team/" })))).toEqual(names);
  });

  it("show a role with its trust policy, to a user who may iam:ListRoles and nothing else", async () => {
    let keys: Keys = { accessKeyId: "", secretAccessKey: "" };
    const { url } = await serveWith((account) => {
      account.change((draft, invention) => {
        federate(draft);
        createUser(draft, { name: "Svc" }, invention);
        const statement = { Effect: "Allow", Action: "iam:ListRoles", Resource: "*" };
        const document = JSON.stringify({ Version: "2012-10-17", Statement: statement });
        putUserPolicy(draft, { user: "Svc", name: "ListRoles", document });
        const { id, secret } = createAccessKey(draft, { user: "Svc" }, invention);
        keys = { accessKeyId: id, secretAccessKey: secret };
      });
    });
    const { iam } = clients(url, keys);
    const { Roles = [] } = await iam.send(new ListRolesCommand({}));
    const developer = Roles.find(({ RoleName }) => RoleName === "Developer");
    expect([developer?.Arn, developer?.MaxSessionDuration]).toEqual([developerArns.roleArn, 14_400]);
    const trust = decodeURIComponent(developer?.AssumeRolePolicyDocument ?? "");
    expect(JSON.parse(trust)).toMatchObject({ Statement: [{ Action: "sts:AssumeRoleWithSAML" }] });
    expect(await refusal(iam.send(new ListUsersCommand({})))).toContain(
      "AccessDenied: User: arn:aws:iam::111122223333:user/Svc",
    );
  });
});
