import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { federated } from "../../../emulators/aws/testing/served-accounts";
import { NotSignedIn } from "../clients/not-signed-in";
import type { Deployment, StateResource } from "./deployment";
import { providerClients } from "./provider-clients";

// Judge: the emulated accounts, which the genuine SDK reaches by its standard environment (2026-11-24).

const providerUrn = "urn:pulumi:s::p::pulumi:providers:aws::default";
const provider = `${providerUrn}::the-id`;
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:…" };
const role: StateResource = { urn: "urn:pulumi:s::p::t::role", type: "aws:iam/role:Role", custom: true, provider };
const assumeRoles = JSON.stringify([{ roleArn: "arn:aws:iam::111122223333:role/Deployer" }]);

/** The account that a pending role's provider with these inputs is asked in. */
function accountOf(inputs: Record<string, unknown>, others: readonly Partial<StateResource>[] = []) {
  const deployment: Deployment = {
    manifest: { time: "" },
    resources: [
      { urn: providerUrn, type: "pulumi:providers:aws", custom: true, id: "the-id", inputs },
      ...others.map((other) => ({ ...role, ...other })),
    ],
  };
  return providerClients(deployment).aws(role);
}

beforeEach(async () => {
  const { url, deployer } = await federated();
  for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_WEB_IDENTITY_TOKEN_FILE"]) vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_CONFIG_FILE", "/dev/null");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
  vi.stubEnv("AWS_ENDPOINT_URL", url);
  vi.stubEnv("AWS_ACCESS_KEY_ID", deployer.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", deployer.secretAccessKey);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the clients of a stack's provider", () => {
  it("take its role", async () => {
    expect(await accountOf({ assumeRoles })).toMatchObject({ accountId: "111122223333", partition: "aws" });
  });

  it("have the caller's own keys in the place of secret ones, of which one may be in clear", async () => {
    expect(await accountOf({ accessKey: "AKIA", secretKey: secret })).toMatchObject({ accountId: "999999999999" });
  });

  it("are refused where what the provider has made is in another account, whose names are not this one's", async () => {
    const made = { outputs: { arn: "arn:aws:iam::444455556666:role/Developer" } };
    const refusal = accountOf({ assumeRoles }, [made]);
    await expect(refusal).rejects.toBeInstanceOf(NotSignedIn);
    await expect(refusal).rejects.toThrow(
      /^Signed in to AWS account 111122223333 as arn:.*, but what the stack has is in 444455556666\. Nothing was changed\./,
    );
  });

  it("do not mind what another provider made, or what has no account", async () => {
    const others = [
      { provider: "another", outputs: { arn: "arn:aws:iam::444455556666:role/Developer" } },
      { outputs: { arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } },
      { outputs: { arn: "arn:aws:iam::111122223333:role/Developer" } },
    ];
    expect(await accountOf({ assumeRoles }, others)).toMatchObject({ accountId: "111122223333" });
  });

  it("are refused where a secret says which account it is", async () => {
    await expect(accountOf({ assumeRoles: secret })).rejects.toThrow(
      'The setting assumeRoles of the provider "default" is a secret',
    );
  });
});
