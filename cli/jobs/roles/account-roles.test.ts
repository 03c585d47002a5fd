import { describe, expect, it } from "vitest";
import { createRole } from "../../../emulators/aws/state/roles";
import { clients, serveWith } from "../../../emulators/aws/testing/served-accounts";
import { accountRoles } from "./account-roles";

// Judge: the emulated accounts, reached by the genuine SDK (2026-11-24).

describe("accountRoles", () => {
  it("reads every page, and decodes the trust policies", async () => {
    const statement = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
    const trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Sid: "Ec2" }] });
    const names = Array.from({ length: 101 }, (_, index) => `R${String(index).padStart(3, "0")}`);
    const served = await serveWith((account) => {
      account.change((draft, invention) => {
        for (const name of names) createRole(draft, { name, path: "/many/", trustPolicy }, invention);
      });
    });
    const { iam } = clients(served.url, served.credentials("111122223333"));
    const roles = (await accountRoles(iam)).filter(({ path }) => path === "/many/");
    expect(roles.map(({ name }) => name)).toEqual(names);
    expect(roles[0]).toEqual({
      arn: "arn:aws:iam::111122223333:role/many/R000",
      name: "R000",
      path: "/many/",
      trustPolicy,
    });
  });
});
