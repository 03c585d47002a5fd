import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clock, federated, serveWith } from "../../../emulators/aws/testing/served-accounts";
import { createRole } from "../../../emulators/aws/state/roles";
import { AwsRefusal } from "./aws-refusal";
import { openAws } from "./aws";
import { NotSignedIn } from "./not-signed-in";

// Judge: the emulated accounts, which the genuine SDK reaches by its standard environment (2026-11-24).

const roleArn = "arn:aws:iam::111122223333:role/Deployer";
const region = "eu-west-1";

/** The environment of somebody who is signed in with these keys, and of nobody else. */
function environment(url: string, keys?: { readonly accessKeyId: string; readonly secretAccessKey: string }): void {
  vi.stubEnv("AWS_ENDPOINT_URL", url);
  vi.stubEnv("AWS_ACCESS_KEY_ID", keys?.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", keys?.secretAccessKey);
}

beforeEach(() => {
  for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_WEB_IDENTITY_TOKEN_FILE"]) vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_CONFIG_FILE", "/dev/null");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function thrownBy(opening: Promise<unknown>): Promise<unknown> {
  return opening.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("openAws", () => {
  it("is who the environment's keys are", async () => {
    const { url, deployer } = await federated();
    environment(url, deployer);
    const { caller } = await openAws({ region });
    expect(caller).toEqual({
      arn: "arn:aws:iam::999999999999:user/deployer",
      accountId: "999999999999",
      userId: expect.stringMatching(/^AIDA/) as string,
    });
  });

  it("takes the stack's role, and its clients act as that", async () => {
    const { url, deployer } = await federated();
    environment(url, deployer);
    const { caller, iam } = await openAws({ region, assumeRoles: [{ roleArn, sessionName: "doctor" }] });
    expect(caller.arn).toBe("arn:aws:sts::111122223333:assumed-role/Deployer/doctor");
    const { Roles } = await iam.send(new ListRolesCommand({}));
    expect(Roles?.map(({ RoleName }) => RoleName)).toEqual(["Deployer", "Developer"]);
  });

  it("takes roles one after the other, with their external ids", async () => {
    const condition = { StringEquals: { "sts:ExternalId": "contoso" } };
    const Statement = { Effect: "Allow", Principal: { AWS: roleArn }, Action: "sts:AssumeRole", Condition: condition };
    const { url, deployer } = await serveWith((_account, all) => {
      all.find("444455556666")?.change((draft, invention) => {
        const trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement });
        createRole(draft, { name: "Spoke", trustPolicy }, invention);
      });
    });
    environment(url, deployer);
    const spoke = { roleArn: "arn:aws:iam::444455556666:role/Spoke", externalId: "contoso" };
    const { caller } = await openAws({ region, assumeRoles: [{ roleArn }, spoke] });
    expect(caller.arn).toBe("arn:aws:sts::444455556666:assumed-role/Spoke/entra-aws");
  });

  it("prefers the keys of the stack's configuration to the environment's", async () => {
    const account = await federated();
    const { url, deployer } = account;
    environment(url, deployer);
    const { accessKeyId, secretAccessKey } = account.credentials("111122223333");
    const { caller } = await openAws({ region, accessKey: accessKeyId, secretKey: secretAccessKey });
    expect(caller.arn).toBe("arn:aws:iam::111122223333:root");
    const half = await thrownBy(openAws({ region, accessKey: accessKeyId }));
    expect(half).toBeInstanceOf(NotSignedIn);
    expect(half).toHaveProperty("message", expect.stringContaining("only one is set"));
  });

  it("takes a new session when the old one is about to end", async () => {
    const { url, deployer } = await federated();
    environment(url, deployer);
    const { iam } = await openAws({ region, assumeRoles: [{ roleArn }] });
    const first = await iam.config.credentials();
    vi.useFakeTimers({ now: Date.now() + 3_590_000, toFake: ["Date"] });
    clock.ahead = 0;
    try {
      await iam.send(new ListRolesCommand({}));
      expect((await iam.config.credentials()).accessKeyId).not.toBe(first.accessKeyId);
    } finally {
      vi.useRealTimers();
    }
  });

  it("says how to sign in when there are no credentials, or keys that are nobody's", async () => {
    const { url, deployer } = await federated();
    environment(url);
    const none = await thrownBy(openAws({ region }));
    expect(none).toBeInstanceOf(NotSignedIn);
    expect(none).toHaveProperty(
      "message",
      expect.stringMatching(/^Nobody usable .*CredentialsProviderError[\s\S]*aws sso login/),
    );
    environment(url, { ...deployer, secretAccessKey: "wrong" });
    const wrong = await thrownBy(openAws({ region, assumeRoles: [{ roleArn }] }));
    expect(wrong).toBeInstanceOf(NotSignedIn);
    expect(wrong).toHaveProperty("message", expect.stringContaining("SignatureDoesNotMatch"));
    expect(wrong).toHaveProperty("message", expect.not.stringContaining(deployer.accessKeyId));
  });

  it("tells which role cannot be assumed, in AWS's words", async () => {
    const { url, deployer } = await federated();
    environment(url, deployer);
    const missing = "arn:aws:iam::111122223333:role/Missing";
    const error = await thrownBy(openAws({ region, assumeRoles: [{ roleArn: missing }] }));
    expect(error).toBeInstanceOf(AwsRefusal);
    expect(error).toMatchObject({
      code: "AccessDenied",
      message: `The role ${missing} cannot be assumed: User: arn:aws:iam::999999999999:user/deployer is not authorized to perform: sts:AssumeRole on resource: ${missing}`,
    });
  });

  it("does not put a want of network down to AWS", async () => {
    const { deployer } = await federated();
    // Nobody listens on the port of discard.
    environment("http://127.0.0.1:9", deployer);
    const error = await thrownBy(openAws({ region, maxAttempts: 1 }));
    expect(error).toBeInstanceOf(AwsRefusal);
    expect(error).toMatchObject({
      code: "ECONNREFUSED",
      message: expect.stringMatching(/^AWS cannot be reached \(connect ECONNREFUSED .*AWS_ENDPOINT_URL$/) as string,
    });
  });

  it("stops when it is told to", async () => {
    const { url, deployer } = await federated();
    environment(url, deployer);
    expect(await thrownBy(openAws({ region, signal: AbortSignal.abort() }))).toHaveProperty("name", "AbortError");
  });

  it("hands out clients of the pinned SDK", async () => {
    const { url, deployer } = await federated();
    environment(url, deployer);
    expect((await openAws({ region })).iam).toBeInstanceOf(IAMClient);
  });
});
