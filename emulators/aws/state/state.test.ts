import { describe, expect, it } from "vitest";

import {
  countingIds,
  federate,
  firstKey,
  inventionAt,
  issuedAt,
  metadataOf,
  refusalOf,
  secondKey,
} from "../testing/federation";
import { createAccessKey, deleteAccessKey, updateAccessKey } from "./access-keys";
import { type Account, newAccount } from "./account";
import { createPolicy, createPolicyVersion, deletePolicy, deletePolicyVersion, findPolicy } from "./managed-policies";
import { attachRolePolicy, deleteRolePolicy, detachRolePolicy, putRolePolicy } from "./role-policies";
import { createRole, deleteRole, roleOf, updateRole } from "./roles";
import { createSamlProvider, deleteSamlProvider, updateSamlProvider, validUntil } from "./saml-providers";
import { deleteUserPolicy, putUserPolicy } from "./user-policies";
import { createUser, deleteUser, updateUser } from "./users";

// Judge of codes and messages: `refusals` names the source of each (2026-11-24).

const invention = { now: issuedAt, newId: countingIds() };
const account = (): Account => newAccount({ id: "111122223333", name: "Account1" }, countingIds());

function policyDocument(size?: number): string {
  const build = (filler: string) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: `*${filler}` }] });
  return build("x".repeat(Math.max(0, (size ?? 0) - build("").length)));
}

function trustPolicy(Principal: unknown = { Service: "ec2.amazonaws.com" }, Condition?: unknown): string {
  const statement = { Effect: "Allow", Principal, Action: "sts:AssumeRole", Condition };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

const role = (name: string, more: object = {}) => ({ name, trustPolicy: trustPolicy(), ...more });

describe("roles", () => {
  it("have names that are unique in any letter case, and looked up in their own", () => {
    const state = account();
    createRole(state, role("Developer"), invention);
    expect(refusalOf(() => createRole(state, role("DEVELOPER"), invention))).toBe(
      "EntityAlreadyExists: Role with name DEVELOPER already exists.",
    );
    expect(refusalOf(() => roleOf(state, "DEVELOPER"))).toBe(
      "NoSuchEntity: The role with name DEVELOPER cannot be found.",
    );
  });

  it("take names of 64 characters and durations from an hour to twelve, and no more", () => {
    const state = account();
    const create = (name: string, more = {}) => refusalOf(() => createRole(state, role(name, more), invention));
    expect(create("a".repeat(64))).toBe("nothing was refused");
    expect(create("a".repeat(65))).toMatch(/^ValidationError: .*'roleName'.*less than or equal to 64$/);
    expect(create("b", { maxSessionDuration: 3600 })).toBe("nothing was refused");
    expect(create("c", { maxSessionDuration: 3599 })).toMatch(/^ValidationError: .*greater than or equal to 3600$/);
    expect(create("d", { maxSessionDuration: 43_200 })).toBe("nothing was refused");
    expect(create("e", { maxSessionDuration: 43_201 })).toMatch(/^ValidationError: .*less than or equal to 43200$/);
    expect(create("a b")).toMatch(/^ValidationError: .*pattern: \[\\w\+=,\.@-\]\+$/);
  });

  it("trust providers that need not exist, and users and roles of the account that must", () => {
    const state = account();
    const create = (principal: unknown) =>
      refusalOf(() => createRole(state, { name: "R", trustPolicy: trustPolicy(principal) }, invention));
    const missing = "arn:aws:iam::111122223333:role/Missing";
    expect(create({ AWS: missing })).toBe(`MalformedPolicyDocument: Invalid principal in policy: "AWS":"${missing}"`);
    expect(create({ Federated: "arn:aws:iam::111122223333:role/NoProvider" })).toBe(
      "MalformedPolicyDocument: Federated principals must be valid domain names or SAML metadata ARNs",
    );
    expect(create({ Federated: "arn:aws:iam::111122223333:saml-provider/Later" })).toBe("nothing was refused");
  });

  it("are kept while policies hang on them", () => {
    const state = account();
    createRole(state, role("R"), invention);
    const policyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    const remove = () =>
      refusalOf(() => {
        deleteRole(state, { name: "R" });
      });
    attachRolePolicy(state, { role: "R", policyArn });
    putRolePolicy(state, { role: "R", name: "P", document: policyDocument() });
    expect(remove()).toBe("DeleteConflict: Cannot delete entity, must detach all policies first.");
    detachRolePolicy(state, { role: "R", policyArn });
    expect(remove()).toBe("DeleteConflict: Cannot delete entity, must delete policies first.");
    deleteRolePolicy(state, { role: "R", name: "P" });
    deleteRole(state, { name: "R" });
    expect(state.roles).toEqual([]);
  });

  it("keep their id through an update, and lose a boundary that is not given", () => {
    const state = account();
    const permissionsBoundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    const { id } = createRole(state, role("R", { permissionsBoundary }), invention);
    updateRole(state, role("R", { description: "d" }));
    expect(roleOf(state, "R")).toMatchObject({ id, description: "d" });
    expect(roleOf(state, "R").permissionsBoundary).toBeUndefined();
  });
});

describe("policies of a role", () => {
  it("are ten attached ones at most, of which each exists", () => {
    const state = account();
    createRole(state, role("R"), invention);
    const attach = (policyArn: string) =>
      refusalOf(() => {
        attachRolePolicy(state, { role: "R", policyArn });
      });
    const missing = "arn:aws:iam::111122223333:policy/Missing";
    expect(attach(missing)).toBe(`NoSuchEntity: Policy ${missing} does not exist or is not attachable.`);
    for (let index = 0; index < 10; index += 1)
      expect(attach(`arn:aws:iam::aws:policy/New${index}`)).toBe("nothing was refused");
    expect(attach("arn:aws:iam::aws:policy/New9")).toBe("nothing was refused");
    expect(attach("arn:aws:iam::aws:policy/New10")).toBe("LimitExceeded: Cannot exceed quota for PoliciesPerRole: 10");
  });

  it("share 10,240 characters where they are inline", () => {
    const state = account();
    createRole(state, role("R"), invention);
    putRolePolicy(state, { role: "R", name: "A", document: policyDocument(10_000) });
    putRolePolicy(state, { role: "R", name: "B", document: policyDocument(240) });
    expect(
      refusalOf(() => {
        putRolePolicy(state, { role: "R", name: "B", document: policyDocument(241) });
      }),
    ).toBe("LimitExceeded: Maximum policy size of 10240 bytes exceeded for role R");
  });
});

describe("managed policies", () => {
  const arn = "arn:aws:iam::111122223333:policy/P";

  it("have five versions at most, and numbers that are never used again", () => {
    const state = account();
    createPolicy(state, { name: "P", document: policyDocument() }, invention);
    const add = () => createPolicyVersion(state, { arn, document: policyDocument(), setAsDefault: true }, invention);
    expect([add(), add(), add(), add()]).toEqual(["v2", "v3", "v4", "v5"]);
    expect(refusalOf(add)).toMatch(/^LimitExceeded: A managed policy can have up to 5 versions\./);
    deletePolicyVersion(state, { arn, version: "v1" });
    expect(add()).toBe("v6");
    expect(
      refusalOf(() => {
        deletePolicyVersion(state, { arn, version: "v6" });
      }),
    ).toBe("DeleteConflict: Cannot delete the default version of a policy.");
  });

  it("are kept while they are attached, a boundary, or have versions", () => {
    const state = account();
    createPolicy(state, { name: "P", document: policyDocument() }, invention);
    const remove = () =>
      refusalOf(() => {
        deletePolicy(state, { arn });
      });
    createRole(state, role("R", { permissionsBoundary: arn }), invention);
    expect(remove()).toBe("DeleteConflict: Cannot delete a policy attached to entities.");
    updateRole(state, role("R"));
    attachRolePolicy(state, { role: "R", policyArn: arn });
    expect(remove()).toBe("DeleteConflict: Cannot delete a policy attached to entities.");
    detachRolePolicy(state, { role: "R", policyArn: arn });
    createPolicyVersion(state, { arn, document: policyDocument(), setAsDefault: true }, invention);
    expect(remove()).toMatch(/^DeleteConflict: This policy has more than one version\./);
    deletePolicyVersion(state, { arn, version: "v1" });
    expect(remove()).toBe("nothing was refused");
    expect(findPolicy(state, arn)).toBeUndefined();
  });

  it("take 6,144 characters and refuse one more, a principal, and what is no policy", () => {
    const create = (document: string) => refusalOf(() => createPolicy(account(), { name: "P", document }, invention));
    expect(create(policyDocument(6144))).toBe("nothing was refused");
    expect(create(policyDocument(6145))).toBe("LimitExceeded: Cannot exceed quota for PolicySize: 6144");
    expect(create(trustPolicy())).toBe("MalformedPolicyDocument: Policy document should not specify a principal.");
    expect(create("{}")).toMatch(/^MalformedPolicyDocument: /);
  });

  it("exist before they are a boundary", () => {
    expect(refusalOf(() => createRole(account(), role("R", { permissionsBoundary: arn }), invention))).toBe(
      `NoSuchEntity: Scope ARN: ${arn} does not exist or is not attachable.`,
    );
  });
});

describe("users", () => {
  it("have two access keys at most, and are kept while they have one or a policy", () => {
    const state = account();
    createUser(state, { name: "Svc" }, invention);
    const key = createAccessKey(state, { user: "Svc" }, invention);
    createAccessKey(state, { user: "Svc" }, invention);
    expect(refusalOf(() => createAccessKey(state, { user: "Svc" }, invention))).toBe(
      "LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2",
    );
    putUserPolicy(state, { user: "Svc", name: "P", document: policyDocument() });
    const remove = () =>
      refusalOf(() => {
        deleteUser(state, { name: "Svc" });
      });
    expect(remove()).toBe("DeleteConflict: Cannot delete entity, must delete access keys first.");
    for (const { id } of [...(state.users[0]?.accessKeys ?? [])]) deleteAccessKey(state, { id });
    expect(remove()).toBe("DeleteConflict: Cannot delete entity, must delete policies first.");
    deleteUserPolicy(state, { user: "Svc", name: "P" });
    expect(remove()).toBe("nothing was refused");
    expect(refusalOf(() => updateAccessKey(state, { id: key.id, status: "Active" }))).toBe(
      `NoSuchEntity: The Access Key with id ${key.id} cannot be found.`,
    );
  });

  it("have names that are unique in any letter case, also after a change", () => {
    const state = account();
    createUser(state, { name: "a" }, invention);
    createUser(state, { name: "b" }, invention);
    const expected = "EntityAlreadyExists: User with name A already exists.";
    expect(refusalOf(() => createUser(state, { name: "A" }, invention))).toBe(expected);
    expect(refusalOf(() => updateUser(state, { name: "b", news: { name: "A" } }))).toBe(expected);
    expect(updateUser(state, { name: "a", news: { name: "A" } }).name).toBe("A");
  });
});

describe("SAML providers", () => {
  const arn = "arn:aws:iam::111122223333:saml-provider/EntraID";

  it("hold metadata that can be changed, and end a hundred years after they were made", () => {
    const state = account();
    federate(state);
    const provider = updateSamlProvider(state, { arn, metadata: metadataOf(secondKey) }, inventionAt(issuedAt));
    expect(provider.metadata).toBe(metadataOf(secondKey));
    expect(validUntil(provider)).toEqual(new Date("2126-03-01T12:00:00Z"));
    deleteSamlProvider(state, { arn });
    expect(
      refusalOf(() => {
        deleteSamlProvider(state, { arn });
      }),
    ).toBe(`NoSuchEntity: Manifest not found for arn ${arn}`);
  });

  it("refuse a taken name, and what is no metadata", () => {
    const state = account();
    federate(state);
    const create = (name: string, metadata: string) =>
      refusalOf(() => createSamlProvider(state, { name, metadata }, invention));
    expect(create("EntraID", metadataOf(firstKey))).toMatch(/^EntityAlreadyExists: /);
    expect(create("Other", "x".repeat(999))).toMatch(/^ValidationError: .*greater than or equal to 1000$/);
    expect(create("Other", "x".repeat(1000))).toMatch(/^InvalidInput: Could not parse metadata/);
    expect(create("a b", metadataOf(firstKey))).toMatch(/^ValidationError: .*'name'/);
  });
});
