import { describe, expect, it } from "vitest";
import { explicitProviders, mockedClouds } from "../../test/mocked-clouds";
import { isSecret, registrations, unknown, valueOf } from "../../test/mocked-engine";
import { planProvisioningUser, ProvisioningUser } from "./provisioning-user";

const args = { account: { id: "111122223333", name: "Account1" } };

describe("ProvisioningUser", () => {
  it("registers user, policy and key under itself, the key after the policy", async () => {
    const registered = await registrations(
      () => new ProvisioningUser("svc", args, explicitProviders()),
      mockedClouds(),
    );
    const children = registered.filter(({ parent }) => parent === "svc");
    expect(children.map(({ type, name, provider }) => [type, name, provider])).toEqual([
      ["aws:iam/accessKey:AccessKey", "svc-key", "the-account"],
      ["aws:iam/userPolicy:UserPolicy", "svc-policy", "the-account"],
      ["aws:iam/user:User", "svc-user", "the-account"],
    ]);
    expect(children[0]?.dependencies).toEqual(["svc-policy", "svc-user"]);
  });

  it("allows exactly iam:ListRoles, known at preview", async () => {
    const registered = await registrations(() => new ProvisioningUser("svc", args), mockedClouds({ preview: true }));
    const [key, policy, user] = registered.filter(({ parent }) => parent === "svc");
    expect(user?.inputs).toEqual({ name: "Svc-EntraProvisioning-Account1" });
    expect(policy?.inputs).toMatchObject({ user: "Svc-EntraProvisioning-Account1", name: "ListRoles" });
    expect(JSON.parse(String(policy?.inputs["policy"]))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "iam:ListRoles", Resource: "*" }],
    });
    expect(key?.inputs).toEqual({ user: "Svc-EntraProvisioning-Account1" });
  });

  it("keeps the secret key secret, and its id in the open", async () => {
    const found: unknown[] = [];
    await registrations(async () => {
      const { secretAccessKey, accessKeyId } = new ProvisioningUser("svc", args);
      found.push(await isSecret(secretAccessKey), await isSecret(accessKeyId), await valueOf(accessKeyId));
    }, mockedClouds());
    expect(found).toEqual([true, false, "svc-key-id"]);
  });

  it("knows the user's ARN at preview, but not the key", async () => {
    const found: unknown[] = [];
    await registrations(
      async () => {
        const user = new ProvisioningUser("svc", args);
        found.push(await valueOf(user.arn), await valueOf(user.accessKeyId));
      },
      mockedClouds({ preview: true }),
    );
    expect(found).toEqual(["arn:aws:iam::111122223333:user/Svc-EntraProvisioning-Account1", unknown]);
  });

  it("adds policy and key to a user who is there, and makes none", async () => {
    const existingUserArn = "arn:aws:iam::111122223333:user/service/Provisioner";
    const engine = mockedClouds();
    const answers = { ...engine.answers, "aws:iam/getUser:getUser": () => ({ arn: existingUserArn }) };
    const found: unknown[] = [];
    const registered = await registrations(
      async () => {
        const user = new ProvisioningUser("svc", { ...args, existingUserArn }, explicitProviders());
        found.push(await valueOf(user.arn), await valueOf(user.userName));
      },
      { ...engine, answers },
    );
    expect(found).toEqual([existingUserArn, "Provisioner"]);
    const children = registered.filter(({ parent }) => parent === "svc");
    expect(children.map(({ type, inputs }) => [type, inputs["user"], inputs["name"]])).toEqual([
      ["aws:iam/accessKey:AccessKey", "Provisioner", undefined],
      ["aws:iam/userPolicy:UserPolicy", "Provisioner", "EntraRoleImport"],
    ]);
  });

  it("refuses settings that would change a user who is there", () => {
    const existingUserArn = "arn:aws:iam::111122223333:user/Provisioner";
    const plan = () => planProvisioningUser("svc", { ...args, existingUserArn, userName: "x", tags: { a: "b" } });
    for (const setting of ["userName", "tags"]) {
      expect(plan).toThrow(new RegExp(`${setting} {2}\\(setting-of-existing-thing\\)`));
    }
  });

  it("takes a user name of 64 characters and refuses one of 65", () => {
    const named = (length: number) => () => planProvisioningUser("svc", { ...args, userName: "a".repeat(length) });
    expect(named(64)).not.toThrow();
    expect(named(65)).toThrow(/ProvisioningUser "svc"[\s\S]*user-name-too-long/);
  });
});
