import { describe, expect, it } from "vitest";

import { deploy, examplePassword, textOf } from "./deployed-application.test-support";
import { getGroup } from "./get-group";
import { getUser } from "./get-user";
import { group } from "./group";
import { memoryCloud } from "./memory-cloud";
import { user } from "./user";

const developer = {
  displayName: "Test Developer",
  userPrincipalName: "Test-AWSDeveloper@contoso.onmicrosoft.com",
  password: examplePassword,
};

describe("User", () => {
  it("keeps no password in clear, and forgets it when it is deleted", async () => {
    const cloud = memoryCloud();
    const { id } = await deploy(user, cloud, developer);
    expect(JSON.stringify(cloud.read())).not.toContain(examplePassword);
    await user.delete(cloud, id, {});
    expect(cloud.read().deletedItems).toMatchObject([{ kind: "user" }]);
    expect(user.read(cloud, id)).toBeUndefined();
  });

  it.each([
    [
      "a foreign domain (run user-in-foreign-domain)",
      { userPrincipalName: "a@example.com" },
      "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
    ],
    [
      "a name that is taken, whatever its letter case",
      { userPrincipalName: "BREAKGLASS@contoso.onmicrosoft.com" },
      "Another object with the same value for property userPrincipalName already exists.",
    ],
    [
      "a simple password",
      { password: "password" },
      "The specified password does not comply with password complexity requirements. Please provide a different password.",
    ],
    ["no password", { password: "" }, "`password` is required when creating a new user"],
  ])("refuses %s", async (_what, change, message) => {
    await expect(deploy(user, memoryCloud(), { ...developer, ...change })).rejects.toMatchObject({
      status: 400,
      message,
    });
  });

  it("keeps the password of another update, and takes a new one", async () => {
    const cloud = memoryCloud();
    const { id, state } = await deploy(user, cloud, developer);
    const hash = () => cloud.read().users.find(({ displayName }) => displayName !== "Break glass")?.password.hash;
    const before = hash();
    await user.update(cloud, id, { ...state, jobTitle: "Developer" }, state);
    expect(hash()).toBe(before);
    await user.update(cloud, id, { ...state, password: "An0ther-Passw0rd!" }, state);
    expect(hash()).not.toBe(before);
  });

  it("is found by name, and a lookup that finds nobody says whom", async () => {
    const cloud = memoryCloud();
    const { id } = await deploy(user, cloud, developer);
    expect(
      await getUser.invoke(cloud, { userPrincipalName: "test-awsdeveloper@CONTOSO.onmicrosoft.com" }),
    ).toMatchObject({
      id,
      mailNickname: "Test-AWSDeveloper",
      userType: "Member",
    });
    expect(() => getUser.invoke(cloud, { userPrincipalName: "nobody@contoso.onmicrosoft.com" })).toThrow(
      'User with UPN "nobody@contoso.onmicrosoft.com" was not found',
    );
  });
});

describe("Group", () => {
  const inputs = { displayName: "AWS-Account1-Developers", securityEnabled: true };

  it("may share its name, unless it is asked not to (run group-name-taken)", async () => {
    const cloud = memoryCloud();
    await deploy(group, cloud, inputs);
    await deploy(group, cloud, inputs);
    await expect(deploy(group, cloud, { ...inputs, preventDuplicateNames: true })).rejects.toMatchObject({
      code: "DuplicateName",
    });
    expect(() => getGroup.invoke(cloud, { displayName: inputs.displayName })).toThrow("More than one Group");
  });

  it("is owned by the deployer, gets a mail nickname, and is gone at once when deleted", async () => {
    const cloud = memoryCloud();
    const { id, state } = await deploy(group, cloud, inputs);
    expect(state).toMatchObject({ owners: ["0ca11e40-0000-4000-8000-00000000ca11"], members: [] });
    expect(textOf(state["mailNickname"])).toHaveLength(10);
    await group.delete(cloud, id, {});
    expect(cloud.read().deletedItems).toEqual([]);
    expect(group.read(cloud, id)).toBeUndefined();
  });

  it("loses members that an explicit list leaves out, and keeps them without a list", async () => {
    const cloud = memoryCloud();
    const member = await deploy(user, cloud, developer);
    const members = [textOf(member.state["objectId"])];
    const { id, state } = await deploy(group, cloud, { ...inputs, members });
    await group.update(cloud, id, { ...inputs, description: "Changed" }, state);
    expect((await group.read(cloud, id))?.inputs["members"]).toEqual(members);
    await group.update(cloud, id, { ...inputs, members: [] }, state);
    expect((await group.read(cloud, id))?.inputs["members"]).toEqual([]);
  });

  it("refuses a member that is not there", async () => {
    await expect(
      deploy(group, memoryCloud(), { ...inputs, members: ["11111111-1111-4111-8111-111111111111"] }),
    ).rejects.toMatchObject({ code: "Request_ResourceNotFound", status: 404 });
  });
});
