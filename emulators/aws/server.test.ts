import { readFileSync, statSync, writeFileSync } from "node:fs";

import { ListRolesCommand, ListUsersCommand, UpdateSAMLProviderCommand } from "@aws-sdk/client-iam";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import {
  AssumeRoleCommand,
  AssumeRoleWithSAMLCommand,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";

import { createAccessKey, updateAccessKey } from "./state/access-keys";
import { createPolicy } from "./state/managed-policies";
import { attachRolePolicy } from "./state/role-policies";
import { roleOf, updateRole } from "./state/roles";
import { createUser } from "./state/users";
import { developerArns, federate, issuedAt, metadataOf, secondKey } from "./testing/federation";
import {
  accountFile,
  clients,
  clock,
  federated,
  freshResponse,
  type Keys,
  refusal,
  serveWith,
  serveAgain,
  signInAsDeveloper,
  stopServing,
} from "./testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented codes and words (2026-11-24).

const sessionArn = "arn:aws:sts::111122223333:assumed-role/Developer/Test-AWSDeveloper@contoso.onmicrosoft.com";

const keysOf = (given: Credentials | undefined): Keys => ({
  accessKeyId: given?.AccessKeyId ?? "",
  secretAccessKey: given?.SecretAccessKey ?? "",
  sessionToken: given?.SessionToken ?? "",
});

describe("a signed-in session", () => {
  it("is shown by GetCallerIdentity with its account", async () => {
    const { url } = await federated();
    const { sts } = clients(url, await signInAsDeveloper(url));
    const identity = await sts.send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: "111122223333", Arn: sessionArn });
    expect(identity.UserId).toMatch(/^AROA[A-Z2-7]{16}:Test-AWSDeveloper@contoso\.onmicrosoft\.com$/);
  });

  it("may do what its role's policies allow, and nothing else", async () => {
    const { url } = await federated();
    const { iam, s3 } = clients(url, await signInAsDeveloper(url));
    expect((await s3.send(new ListBucketsCommand({}))).Owner?.ID).toBe("111122223333");
    expect(await refusal(iam.send(new ListUsersCommand({})))).toBe(
      `AccessDenied: User: ${sessionArn} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no identity-based policy allows the iam:ListUsers action`,
    );
  });

  it("is held by its boundary, in AWS's words", async () => {
    const { url } = await serveWith((account) => {
      account.change((draft, invention) => {
        federate(draft);
        const statements = [
          { Effect: "Allow", Action: "*", Resource: "*" },
          { Effect: "Deny", Action: "iam:UpdateSAMLProvider", Resource: "*" },
        ];
        const document = JSON.stringify({ Version: "2012-10-17", Statement: statements });
        createPolicy(draft, { name: "Boundary", document }, invention);
        attachRolePolicy(draft, { role: "Developer", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" });
        updateRole(draft, {
          name: "Developer",
          trustPolicy: roleOf(draft, "Developer").trustPolicy,
          permissionsBoundary: "arn:aws:iam::111122223333:policy/Boundary",
        });
      });
    });
    const { iam } = clients(url, await signInAsDeveloper(url));
    expect((await iam.send(new ListUsersCommand({}))).Users).toEqual([]);
    const update = new UpdateSAMLProviderCommand({
      SAMLProviderArn: developerArns.principalArn,
      SAMLMetadataDocument: metadataOf(secondKey),
    });
    expect(await refusal(iam.send(update))).toBe(
      `AccessDenied: User: ${sessionArn} is not authorized to perform: iam:UpdateSAMLProvider on resource: ${developerArns.principalArn} with an explicit deny in a permissions boundary`,
    );
  });

  it("ends: its credentials are called expired, by S3 too", async () => {
    const { url } = await federated();
    const keys = await signInAsDeveloper(url);
    clock.ahead = 3601_000;
    // The SDK corrects its clock from the first answer; a clock that is ahead is what this test wants to be told of.
    const settings = {
      endpoint: url,
      region: "us-east-1",
      credentials: keys,
      maxAttempts: 1,
      systemClockOffset: clock.ahead,
    };
    expect(await refusal(new STSClient(settings).send(new GetCallerIdentityCommand({})))).toBe(
      "ExpiredToken: The security token included in the request is expired",
    );
    expect(await refusal(new S3Client(settings).send(new ListBucketsCommand({})))).toBe(
      "ExpiredToken: The provided token has expired.",
    );
  });

  it("does not count as a write", async () => {
    const account = await federated();
    await signInAsDeveloper(account.url);
    expect(account.writes()).toBe(0);
  });
});

describe("a sign-in across accounts", () => {
  it("is refused: for the signature with account2's provider, for the pair with account2's role", async () => {
    const { url } = await serveWith((account1, all) => {
      account1.change((draft) => {
        federate(draft);
      });
      all.find("444455556666")?.change((draft) => {
        federate(draft, secondKey);
      });
    });
    const sts = new STSClient({ endpoint: url, region: "us-east-1", maxAttempts: 1 });
    const present = (RoleArn: string, PrincipalArn: string): Promise<string> =>
      refusal(sts.send(new AssumeRoleWithSAMLCommand({ RoleArn, PrincipalArn, SAMLAssertion: freshResponse() })));
    const other = {
      roleArn: "arn:aws:iam::444455556666:role/Developer",
      principalArn: "arn:aws:iam::444455556666:saml-provider/EntraID",
    };
    const denied = "AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML";
    expect(await present(other.roleArn, other.principalArn)).toBe(
      "InvalidIdentityTokenException: Response signature invalid",
    );
    expect(await present(other.roleArn, developerArns.principalArn)).toBe(denied);
    expect(await present("arn:aws:iam::999988887777:role/Developer", developerArns.principalArn)).toBe(denied);
    expect(await present("arn:aws:iam:: not an arn at all", developerArns.principalArn)).toBe(
      "ValidationError: Role ARN is invalid",
    );
  });
});

describe("signatures", () => {
  it("are refused for an unknown key, a wrong secret, an inactive key and a missing token", async () => {
    const { url } = await federated();
    const keys = await signInAsDeveloper(url);
    const identify = (changed: Keys): Promise<string> =>
      refusal(clients(url, changed).sts.send(new GetCallerIdentityCommand({})));
    const invalid = "InvalidClientTokenId: The security token included in the request is invalid.";
    expect(await identify({ ...keys, accessKeyId: "AKIAXXXXXXXXXXXXXXXX" })).toBe(invalid);
    expect(await identify({ ...keys, sessionToken: "other" })).toBe(invalid);
    expect(await identify({ accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey })).toBe(invalid);
    expect(await identify({ ...keys, secretAccessKey: "wrong" })).toMatch(
      /^SignatureDoesNotMatch: The request signature we calculated does not match/,
    );
    expect(
      await refusal(clients(url, { ...keys, accessKeyId: "AKIAXXXXXXXXXXXXXXXX" }).s3.send(new ListBucketsCommand({}))),
    ).toBe("InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.");
  });

  it("are refused when the clocks are more than a quarter of an hour apart", async () => {
    const { url } = await federated();
    const keys = await signInAsDeveloper(url);
    clock.ahead = 16 * 60_000;
    expect(await refusal(clients(url, keys).sts.send(new GetCallerIdentityCommand({})))).toMatch(
      /^SignatureDoesNotMatch: Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 15 min\.\)$/,
    );
    expect(await refusal(clients(url, keys).s3.send(new ListBucketsCommand({})))).toBe(
      "RequestTimeTooSkewed: The difference between the request time and the current time is too large.",
    );
  });

  it("are asked for: an unsigned call has no caller", async () => {
    const { url } = await federated();
    const body = "Action=GetCallerIdentity&Version=2011-06-15";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const response = await fetch(url, { method: "POST", body, headers });
    expect(response.status).toBe(403);
    const text = await response.text();
    expect(text).toContain("<Code>MissingAuthenticationToken</Code>");
    expect(text).toContain("<Message>Request is missing Authentication Token</Message>");
  });

  it("of inactive keys are those of nobody", async () => {
    let keys: Keys = { accessKeyId: "", secretAccessKey: "" };
    const { url } = await serveWith((account) => {
      account.change((draft, invention) => {
        createUser(draft, { name: "Svc" }, invention);
        const { id, secret } = createAccessKey(draft, { user: "Svc" }, invention);
        updateAccessKey(draft, { id, status: "Inactive" });
        keys = { accessKeyId: id, secretAccessKey: secret };
      });
    });
    expect(await refusal(clients(url, keys).sts.send(new GetCallerIdentityCommand({})))).toBe(
      "InvalidClientTokenId: The security token included in the request is invalid.",
    );
  });
});

describe("AssumeRole", () => {
  const roleArn = "arn:aws:iam::444455556666:role/Deployer";

  it("gives the management account's deployer a session of each account's own role", async () => {
    const account = await federated();
    const { url, deployer } = account;
    const { sts } = clients(url, deployer);
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: "999999999999",
      Arn: "arn:aws:iam::999999999999:user/deployer",
    });
    const taken = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "ci", DurationSeconds: 900 }),
    );
    const arn = "arn:aws:sts::444455556666:assumed-role/Deployer/ci";
    expect(taken.AssumedRoleUser?.Arn).toBe(arn);
    expect(taken.AssumedRoleUser?.AssumedRoleId).toMatch(/^AROA[A-Z2-7]{16}:ci$/);
    const lasts = (taken.Credentials?.Expiration?.getTime() ?? 0) - Date.now();
    expect(lasts).toBeGreaterThan(880_000);
    expect(lasts).toBeLessThanOrEqual(900_000);
    const session = clients(url, keysOf(taken.Credentials));
    expect(await session.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: "444455556666",
      Arn: arn,
      UserId: taken.AssumedRoleUser?.AssumedRoleId,
    });
    expect((await session.iam.send(new ListUsersCommand({}))).Users).toEqual([]);
    expect(account.writes()).toBe(0);
  });

  it("is refused to who is not trusted, in AWS's words", async () => {
    const account = await federated();
    const { url } = account;
    const assume = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "me" });
    const { sts } = clients(url, await signInAsDeveloper(url));
    expect(await refusal(sts.send(assume))).toBe(
      `AccessDenied: User: ${sessionArn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
    );
    expect(await refusal(clients(url, account.credentials("111122223333")).sts.send(assume))).toBe(
      "AccessDenied: Roles may not be assumed by root accounts.",
    );
  });

  it("takes durations from a quarter of an hour to twelve hours, and no tags", async () => {
    const { url, deployer } = await federated();
    const { sts } = clients(url, deployer);
    const lasting = (DurationSeconds: number): Promise<string> =>
      refusal(sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "ci", DurationSeconds })));
    expect(await lasting(899)).toMatch(/'durationSeconds'.*greater than or equal to 900$/);
    expect(await lasting(3600)).toBe("nothing was refused");
    expect(await lasting(3601)).toMatch(/^ValidationError: .*exceeds the MaxSessionDuration set for this role\.$/);
    expect(await lasting(43_201)).toMatch(/'durationSeconds'.*less than or equal to 43200$/);
    const tagged = { RoleArn: roleArn, RoleSessionName: "ci", Tags: [{ Key: "a", Value: "b" }] };
    expect(await refusal(sts.send(new AssumeRoleCommand(tagged)))).toMatch(/^NotEmulated: Parameter Tags\.member\.1/);
  });

  it("holds the session to the policy that it is taken with", async () => {
    const { url, deployer } = await federated();
    const { sts } = clients(url, deployer);
    const policy = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "iam:ListRoles", Resource: "*" } };
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "ci", Policy: JSON.stringify(policy) }),
    );
    const { iam } = clients(url, keysOf(Credentials));
    expect((await iam.send(new ListRolesCommand({}))).Roles?.map(({ RoleName }) => RoleName)).toEqual(["Deployer"]);
    expect(await refusal(iam.send(new ListUsersCommand({})))).toContain("because no session policy allows");
  });

  it("is all that the deployer of the management account may do", async () => {
    const { url, deployer } = await federated();
    expect(await refusal(clients(url, deployer).iam.send(new ListRolesCommand({})))).toContain(
      "User: arn:aws:iam::999999999999:user/deployer is not authorized to perform: iam:ListRoles",
    );
  });
});

describe("what callers ask to be allowed", () => {
  it("is told once for each action and ARN, in the order of asking, and is not kept on file", async () => {
    const account = await federated();
    const { iam } = clients(account.url, await signInAsDeveloper(account.url));
    await refusal(iam.send(new ListUsersCommand({})));
    await refusal(iam.send(new ListRolesCommand({ PathPrefix: "/team/" })));
    await refusal(iam.send(new ListUsersCommand({})));
    expect(account.demands()).toEqual([
      { action: "iam:ListUsers", resource: "arn:aws:iam::111122223333:user/" },
      { action: "iam:ListRoles", resource: "arn:aws:iam::111122223333:role/team/" },
    ]);
    await stopServing();
    expect((await serveAgain()).demands()).toEqual([]);
  });
});

describe("UpdateSAMLProvider", () => {
  it("changes whose signature counts", async () => {
    const account = await federated();
    const { iam } = clients(account.url, account.credentials("111122223333"));
    await iam.send(
      new UpdateSAMLProviderCommand({
        SAMLProviderArn: developerArns.principalArn,
        SAMLMetadataDocument: metadataOf(secondKey),
      }),
    );
    expect(account.writes()).toBe(1);
    expect(await refusal(signInAsDeveloper(account.url))).toBe(
      "InvalidIdentityTokenException: Response signature invalid",
    );
  });

  it("refuses what is no metadata, and leaves the provider as it is", async () => {
    const account = await federated();
    const { iam } = clients(account.url, account.credentials("111122223333"));
    const update = (SAMLMetadataDocument: string): Promise<string> =>
      refusal(
        iam.send(new UpdateSAMLProviderCommand({ SAMLProviderArn: developerArns.principalArn, SAMLMetadataDocument })),
      );
    expect(await update("<a/>".repeat(300))).toMatch(/^InvalidInputException: Could not parse metadata/);
    expect(await update("x".repeat(999))).toMatch(/^ValidationError: .*greater than or equal to 1000$/);
    expect(account.writes()).toBe(0);
  });
});

describe("what is not emulated", () => {
  it("is refused by name", async () => {
    const { url } = await federated();
    const body = "Action=DeleteEverything&Version=2010-05-08";
    const response = await fetch(url, { method: "POST", body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(
      "<Message>Could not find operation DeleteEverything for version 2010-05-08</Message>",
    );
  });
});

describe("the account's file", () => {
  it("is its owner's alone and holds the account between runs", async () => {
    const first = await federated();
    const keys = first.credentials("111122223333");
    await stopServing();
    expect(statSync(accountFile("111122223333")).mode & 0o777).toBe(0o600);
    const again = await serveAgain();
    expect(again.credentials("111122223333")).toEqual(keys);
    const { Roles } = await clients(again.url, keys).iam.send(new ListRolesCommand({}));
    const developer = Roles?.find(({ RoleName }) => RoleName === "Developer");
    expect(developer?.CreateDate).toEqual(new Date(issuedAt));
  });

  it("is refused when it is of another version, or another account's, and the others are let go", async () => {
    await federated();
    await stopServing();
    const second = accountFile("444455556666");
    const good = readFileSync(second, "utf8");
    for (const text of ["{}", '{"format":1,"id":"444455556666"}', readFileSync(accountFile("111122223333"), "utf8")]) {
      writeFileSync(second, text);
      await expect(serveAgain()).rejects.toThrow(
        `${second} is not emulated account 444455556666 of this version. Remove it to start anew.`,
      );
    }
    writeFileSync(second, good);
    await serveAgain();
  });
});
