import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";

import { openAccounts } from "./accounts";
import { createUser } from "./state/users";
import { countingIds, developerArns, federate, issuedAt, responseWith } from "./testing/federation";
import { assumeRoleWithSaml } from "./state/sign-in";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function open(folder = mkdtempSync(join(tmpdir(), "accounts-"))) {
  folders.push(folder);
  const accounts = [
    { id: "111122223333", name: "Account1" },
    { id: "444455556666", name: "Account2" },
  ];
  return { folder, accounts: openAccounts({ folder, now: () => issuedAt, newId: countingIds(), accounts }) };
}

describe("reset", () => {
  it("empties every account, sessions too, and lets all long-lived keys and the deployer's role be", () => {
    const { folder, accounts } = open();
    const keys = () => accounts.all().map((account) => account.read().rootKey);
    const [before, management] = [keys(), accounts.management.read()];
    for (const account of accounts.all()) {
      account.change((draft, invention) => {
        createUser(draft, { name: "Svc" }, invention);
      });
    }
    accounts.find("111122223333")?.change((draft, invention) => {
      federate(draft);
      assumeRoleWithSaml(draft, { ...developerArns, samlResponse: responseWith() }, invention);
    });
    accounts.reset();
    for (const account of accounts.all()) {
      const { roles, samlProviders, sessions, users } = account.read();
      expect(roles.map(({ name, attachedPolicies }) => [name, attachedPolicies.length])).toEqual([["Deployer", 1]]);
      expect([samlProviders, sessions, users]).toEqual([[], [], []]);
    }
    expect([keys(), accounts.management.read()]).toEqual([before, management]);
    accounts.close();

    const again = open(folder).accounts;
    expect(again.all().flatMap((account) => account.read().users)).toEqual([]);
    again.close();
  });
});

describe("an account that is there already", () => {
  it("is not given another partition, whose ARNs nothing in it has", () => {
    const { folder, accounts } = open();
    accounts.close();
    const agency = [{ id: "111122223333", name: "Agency", partition: "aws-us-gov" as const }];
    const asAgency = () => openAccounts({ folder, now: () => issuedAt, newId: countingIds(), accounts: agency });
    expect(asAgency).toThrow(
      "Account 111122223333 is there already, in partition aws and not aws-us-gov: use another folder, or reset this one.",
    );
    open(folder).accounts.close();
  });
});
