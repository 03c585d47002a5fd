import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { type Accounts, openAccounts } from "../accounts";
import { countingIds, firstKey, issuedAt, metadataOf } from "../testing/federation";
import type { AccountCloud } from "./cloud";
import { configure } from "./configure";
import { getRole } from "./get-role";
import { getSamlProvider } from "./get-saml-provider";
import { getUser } from "./get-user";
import { role } from "./role";
import { samlProvider } from "./saml-provider";
import { user } from "./user";

// Judge: documentation of the data sources in terraform-provider-aws, aws_iam_role, aws_iam_saml_provider and aws_iam_user.

let folder: string;
let accounts: Accounts;
let cloud: AccountCloud;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "accounts-"));
  accounts = openAccounts({
    folder,
    now: () => issuedAt,
    newId: countingIds(),
    accounts: [{ id: "111122223333", name: "Agency", partition: "aws-us-gov" }],
  });
  cloud = configure(accounts, { assumeRoles: [{ roleArn: "arn:aws-us-gov:iam::111122223333:role/Deployer" }] });
});

afterEach(() => {
  accounts.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the region", () => {
  it("is one of the account's partition, by default the one of what has none", () => {
    const assumeRoles = [{ roleArn: "arn:aws-us-gov:iam::111122223333:role/Deployer" }];
    expect(cloud.region).toBe("us-gov-west-1");
    expect(configure(accounts, { assumeRoles, region: "us-gov-east-1" }).region).toBe("us-gov-east-1");
    expect(() => configure(accounts, { assumeRoles, region: "us-east-1" })).toThrow(
      "region us-east-1 is not one of partition aws-us-gov",
    );
  });
});

describe("lookups", () => {
  it("tell a role by its name, with path, trust policy and length", async () => {
    const trust = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
    const inputs = { assumeRolePolicy: trust, name: "Auditor", path: "/audit/", maxSessionDuration: 7200 };
    await role.create(cloud, { ...inputs, tags: { owner: "audit" } });
    expect(await getRole.invoke(cloud, { name: "Auditor" })).toMatchObject({
      arn: "arn:aws-us-gov:iam::111122223333:role/audit/Auditor",
      maxSessionDuration: 7200,
      path: "/audit/",
      permissionsBoundary: "",
      tags: { owner: "audit" },
    });
  });

  it("tell a user by name, with path and tags", async () => {
    await user.create(cloud, { name: "Provisioner", path: "/service/", tags: { owner: "identity" } });
    expect(await getUser.invoke(cloud, { userName: "Provisioner" })).toMatchObject({
      arn: "arn:aws-us-gov:iam::111122223333:user/service/Provisioner",
      path: "/service/",
      permissionsBoundary: "",
      tags: { owner: "identity" },
    });
    expect(() => getUser.invoke(cloud, { userName: "Nobody" })).toThrow("The user with name Nobody cannot be found.");
  });

  it("tell a SAML provider by its ARN, with its document", async () => {
    const document = metadataOf(firstKey);
    const { id } = await samlProvider.create(cloud, { name: "EntraID", samlMetadataDocument: document });
    expect(id).toBe("arn:aws-us-gov:iam::111122223333:saml-provider/EntraID");
    expect(await getSamlProvider.invoke(cloud, { arn: id })).toMatchObject({
      name: "EntraID",
      samlMetadataDocument: document,
    });
  });

  it("say of what is not there that it cannot be found", () => {
    expect(() => getRole.invoke(cloud, { name: "Nobody" })).toThrow(/Nobody cannot be found/);
    const arn = "arn:aws-us-gov:iam::111122223333:saml-provider/None";
    expect(() => getSamlProvider.invoke(cloud, { arn })).toThrow(/saml-provider\/None/);
  });
});
