import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { type Accounts, openAccounts } from "../accounts";
import { rootAccessKeyId } from "../state/account";
import { createRole } from "../state/roles";
import { deployerKeys } from "../state/seed";
import { countingIds, firstKey, issuedAt, metadataOf, secondKey } from "../testing/federation";
import { awsProvider } from ".";
import { accessKey } from "./access-key";
import type { AccountCloud } from "./cloud";
import { configure } from "./configure";
import * as schemas from "./generated/schema";
import { invokes } from "./invokes";
import { policy } from "./policy";
import { role } from "./role";
import { rolePolicy } from "./role-policy";
import { rolePolicyAttachment } from "./role-policy-attachment";
import { samePolicy } from "./same-policy";
import { samlProvider } from "./saml-provider";
import { user } from "./user";
import { userPolicy } from "./user-policy";

// Judge: the sources of terraform-provider-aws that each face names, and the import sections of @pulumi/aws 7.48.0.

let folder: string;
let accounts: Accounts;
let cloud: AccountCloud;

const roleArn = "arn:aws:iam::111122223333:role/Deployer";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "accounts-"));
  accounts = openAccounts({
    folder,
    now: () => issuedAt,
    newId: countingIds(),
    accounts: [
      { id: "111122223333", name: "Account1" },
      { id: "444455556666", name: "Account2" },
    ],
  });
  cloud = configure(accounts, { assumeRoles: [{ roleArn }], defaultTags: { tags: { Team: "identity" } } });
});

afterEach(() => {
  accounts.close();
  rmSync(folder, { recursive: true, force: true });
});

const statement = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
/** Lets in one principal that brings this external id. */
function trustOf(principal: string, externalId: string): string {
  const Condition = { StringEquals: { "sts:ExternalId": externalId } };
  const admit = { Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole", Condition };
  return JSON.stringify({ Version: "2012-10-17", Statement: [admit] });
}

const trust = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const document = (action: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const roleInputs = {
  assumeRolePolicy: trust,
  name: "R",
  path: "/",
  maxSessionDuration: 3600,
  forceDetachPolicies: false,
};

describe("configure", () => {
  it("means the account of the assumed role, and shows its session", () => {
    expect(cloud.account.read().id).toBe("111122223333");
    expect(cloud.caller.arn).toBe("arn:aws:sts::111122223333:assumed-role/Deployer/pulumi");
  });

  it("assumes one role by the other, and means the account of the last", () => {
    const last = "arn:aws:iam::444455556666:role/Spoke";
    const spoke = { roleArn: last, sessionName: "ci", externalId: "contoso" };
    accounts.find("444455556666")?.change((draft, invention) => {
      createRole(draft, { name: "Spoke", trustPolicy: trustOf(roleArn, "contoso") }, invention);
    });
    const found = configure(accounts, { assumeRoles: [{ roleArn }, spoke] });
    expect(found.account.read().id).toBe("444455556666");
    expect(found.caller.arn).toBe("arn:aws:sts::444455556666:assumed-role/Spoke/ci");
    expect(() => configure(accounts, { assumeRoles: [spoke] })).toThrow(
      `IAM Role (${last}) cannot be assumed: AccessDenied: User: arn:aws:iam::999999999999:user/deployer is not authorized to perform: sts:AssumeRole on resource: ${last}`,
    );
  });

  it("assumes by the keys that it is given, and by the management account's deployer without any", () => {
    const root = accounts.find("111122223333")?.read().rootKey;
    const keys = { accessKey: root?.accessKeyId ?? "", secretKey: root?.secretAccessKey ?? "" };
    expect(() => configure(accounts, { assumeRoles: [{ roleArn }], ...keys })).toThrow(
      `IAM Role (${roleArn}) cannot be assumed: AccessDenied: Roles may not be assumed by root accounts.`,
    );
    const { accessKeyId, secretAccessKey } = deployerKeys(accounts.management.read());
    const deployer = { accessKey: accessKeyId, secretKey: secretAccessKey };
    expect(configure(accounts, { assumeRoles: [{ roleArn }], ...deployer }).caller).toEqual(cloud.caller);
    expect(() => configure(accounts, deployer)).toThrow("Account 999999999999 is not one of the emulated accounts");
  });

  it("means the account of the access key, if the secret is its own", () => {
    const id = rootAccessKeyId("444455556666");
    const secretKey = accounts.find("444455556666")?.read().rootKey.secretAccessKey ?? "";
    const found = configure(accounts, { accessKey: id, secretKey });
    expect(found.account.read().id).toBe("444455556666");
    expect(found.caller.arn).toBe("arn:aws:iam::444455556666:root");
    expect(() => configure(accounts, { accessKey: id, secretKey: "x" })).toThrow(
      `secretKey is not the secret of access key ${id}.`,
    );
  });

  it.each([
    ["nothing", {}, "The aws provider names no account: set assumeRoles with a roleArn, or accessKey and secretKey."],
    [
      "an account that is not emulated",
      { assumeRoles: [{ roleArn: "arn:aws:iam::999988887777:role/R" }] },
      "Account 999988887777 is not one of the emulated accounts: 111122223333, 444455556666.",
    ],
    [
      "a role that is not there",
      { assumeRoles: [{ roleArn: "arn:aws:iam::111122223333:role/Missing" }] },
      "IAM Role (arn:aws:iam::111122223333:role/Missing) cannot be assumed: AccessDenied: User: arn:aws:iam::999999999999:user/deployer is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Missing",
    ],
    ["no role", { assumeRoles: [{ roleArn: "R" }] }, 'assumeRoles[0].roleArn: "R" is not the ARN of a role.'],
    [
      "a chain with a link that is no role",
      { assumeRoles: [{ roleArn: "arn:aws:iam::999988887777:user/U" }, { roleArn }] },
      'assumeRoles[0].roleArn: "arn:aws:iam::999988887777:user/U" is not the ARN of a role.',
    ],
    [
      "keys that are nobody's, even where they are to assume a role",
      { assumeRoles: [{ roleArn }], accessKey: "AKIAXXXXXXXXXXXXXXXX", secretKey: "x" },
      "No emulated account has given out access key AKIAXXXXXXXXXXXXXXXX.",
    ],
    [
      "an account that is not allowed",
      { assumeRoles: [{ roleArn }], allowedAccountIds: ["444455556666"] },
      "AWS account ID not allowed: 111122223333 is not one of allowedAccountIds (444455556666).",
    ],
    [
      "a forbidden account",
      { assumeRoles: [{ roleArn }], forbiddenAccountIds: ["111122223333"] },
      "AWS account ID not allowed: 111122223333 is one of forbiddenAccountIds.",
    ],
  ])("refuses %s", (_, config, message) => {
    expect(() => configure(accounts, config)).toThrow(message);
  });
});

describe("resources", () => {
  it("have the genuine provider's ids, are read by them, and are gone when deleted", async () => {
    const made: { face: typeof role; id: string; olds: object }[] = [];
    const make = async (face: typeof role, inputs: Record<string, string | number | boolean>): Promise<string> => {
      const { id, outputs } = await face.create(cloud, inputs);
      made.unshift({ face, id, olds: { ...inputs, ...outputs } });
      return id;
    };
    const policyArn = "arn:aws:iam::111122223333:policy/P";
    const ids = [
      await make(samlProvider, { name: "EntraID", samlMetadataDocument: metadataOf(firstKey) }),
      await make(role, roleInputs),
      await make(rolePolicy, { role: "R", name: "inline", policy: document("s3:*") }),
      await make(policy, { name: "P", path: "/", policy: document("s3:*") }),
      await make(rolePolicyAttachment, { role: "R", policyArn }),
      await make(user, { name: "Svc", path: "/", forceDestroy: false }),
      await make(userPolicy, { user: "Svc", name: "inline", policy: document("iam:ListRoles") }),
      await make(accessKey, { user: "Svc", status: "Active" }),
    ];
    expect(ids.slice(0, -1)).toEqual([
      "arn:aws:iam::111122223333:saml-provider/EntraID",
      "R",
      "R:inline",
      policyArn,
      `R/${policyArn}`,
      "Svc",
      "Svc:inline",
    ]);
    expect(ids.at(-1)).toMatch(/^AKIA[A-Z2-7]{16}$/);
    for (const { face, id } of made) expect((await face.read(cloud, id))?.id).toBe(id);
    for (const { face, id, olds } of made) await face.delete(cloud, id, olds as Record<string, string>);
    for (const { face, id } of made) expect(await face.read(cloud, id)).toBeUndefined();
    const { samlProviders, roles, policies, users } = cloud.account.read();
    expect([samlProviders, roles.map(({ name }) => name), policies, users]).toEqual([[], ["Deployer"], [], []]);
  });

  it("are read as the inputs that declare them, the provider's tags apart", async () => {
    const inputs = { ...roleInputs, description: "d", tags: { Own: "1" } };
    const { outputs } = await role.create(cloud, inputs);
    expect(outputs["tagsAll"]).toEqual({ Team: "identity", Own: "1" });
    const { forceDetachPolicies: _, ...declared } = inputs;
    expect((await role.read(cloud, "R"))?.inputs).toEqual(declared);
  });

  it("keep a role that has policies, unless it is to detach them", async () => {
    await role.create(cloud, roleInputs);
    await rolePolicyAttachment.create(cloud, { role: "R", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" });
    expect(() => role.delete(cloud, "R", roleInputs)).toThrow("Cannot delete entity, must detach all policies first.");
    await role.delete(cloud, "R", { ...roleInputs, forceDetachPolicies: true });
    expect(cloud.account.read().roles.map(({ name }) => name)).toEqual(["Deployer"]);
  });

  it("make a new default version of a changed policy, and drop the oldest when there are five", async () => {
    const inputs = (n: number) => ({ name: "P", path: "/", policy: document(`s3:Get${n}`) });
    const { id } = await policy.create(cloud, inputs(1));
    for (let n = 2; n <= 7; n += 1) await policy.update(cloud, id, inputs(n), {});
    const [held] = cloud.account.read().policies;
    expect(held?.defaultVersion).toBe("v7");
    expect(held?.versions.map((version) => version.id)).toEqual(["v3", "v4", "v5", "v6", "v7"]);
    await policy.update(cloud, id, inputs(7), {});
    expect(cloud.account.read().policies[0]?.defaultVersion).toBe("v7");
  });

  it("change a SAML provider's metadata in place", async () => {
    const inputs = { name: "EntraID", samlMetadataDocument: metadataOf(firstKey) };
    const { id, outputs } = await samlProvider.create(cloud, inputs);
    const changed = await samlProvider.update(
      cloud,
      id,
      { ...inputs, samlMetadataDocument: metadataOf(secondKey) },
      {},
    );
    expect(changed["samlProviderUuid"]).toBe(outputs["samlProviderUuid"]);
    expect((await samlProvider.read(cloud, id))?.inputs["samlMetadataDocument"]).toBe(metadataOf(secondKey));
  });

  it("refuse to rename a user in place, by name", async () => {
    await user.create(cloud, { name: "a", path: "/" });
    expect(() => user.update(cloud, "a", { name: "b", path: "/" }, {})).toThrow(
      "Renaming user a to b in place is not emulated: give the resource another name, too.",
    );
  });
});

describe("checks", () => {
  const failures = (inputs: Record<string, string | number>): string[] =>
    (role.checks?.({ ...roleInputs, ...inputs }) ?? []).map(({ property }) => property);

  it("refuse at preview what the genuine provider refuses there", () => {
    expect(failures({})).toEqual([]);
    expect(failures({ name: "a".repeat(65) })).toEqual(["name"]);
    expect(failures({ maxSessionDuration: 3599 })).toEqual(["maxSessionDuration"]);
    expect(failures({ assumeRolePolicy: "{" })).toEqual(["assumeRolePolicy"]);
    expect(failures({ permissionsBoundary: "Boundary" })).toEqual(["permissionsBoundary"]);
  });
});

describe("the face", () => {
  it("lists every resource of the generated schema once, in order", () => {
    const { resources } = awsProvider(accounts);
    const generated = Object.values(schemas).flatMap((schema) => ("token" in schema ? [schema.token] : []));
    const listed = [...resources.map(({ schema }) => schema.token), ...invokes.map(({ schema }) => schema.token)];
    expect([...listed].sort()).toEqual([...generated].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe("samePolicy", () => {
  it("sees through order and single values, and not through meaning", () => {
    const one = { Statement: [{ Effect: "Allow", Action: ["a:B", "c:D"], Resource: "*" }], Version: "2012-10-17" };
    const other = { Version: "2012-10-17", Statement: { Action: ["c:D", "a:B"], Effect: "Allow", Resource: ["*"] } };
    const denied = { Version: "2012-10-17", Statement: { Action: ["c:D", "a:B"], Effect: "Deny", Resource: ["*"] } };
    expect(samePolicy(JSON.stringify(one), JSON.stringify(other))).toBe(true);
    expect(samePolicy(JSON.stringify(one), JSON.stringify(denied))).toBe(false);
    expect(samePolicy("{", "{")).toBe(true);
    expect(samePolicy("{", JSON.stringify(one))).toBe(false);
  });
});

describe("invokes", () => {
  it("tell account, partition and region", async () => {
    const ask = async (name: string, args = {}) =>
      invokes.find(({ schema }) => schema.token.endsWith(`:${name}`))?.invoke(cloud, args);
    const answers = [await ask("getCallerIdentity"), await ask("getPartition"), await ask("getRegion")];
    expect(answers).toEqual([
      { accountId: "111122223333", id: "111122223333", arn: cloud.caller.arn, userId: cloud.caller.userId },
      { id: "aws", partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" },
      {
        description: "US East (N. Virginia)",
        endpoint: "ec2.us-east-1.amazonaws.com",
        id: "us-east-1",
        name: "us-east-1",
        region: "us-east-1",
      },
    ]);
    await expect(ask("getRegion", { region: "moon-1" })).rejects.toThrow(
      "The emulated accounts know nothing of region moon-1.",
    );
  });
});
