import { getUserOutput } from "@pulumi/azuread/getUser";
import * as pulumi from "@pulumi/pulumi";
import { AccountFederation, importedAppRoleIds, TestUser } from "entra-aws";
import { accountStack } from "./config";
import { configValue } from "./config-value";
import { refuseOtherAccount } from "./refuse-other-account";

/** Federates one AWS account: config → components → outputs. */
export = async () => {
  const config = new pulumi.Config("entra-aws");
  const { federation, members, testUsers } = accountStack({
    account: configValue(config.get("account")),
    testUserPasswords: configValue(config.get("testUserPasswords")),
    tenantId: new pulumi.Config("azuread").get("tenantId"),
  });
  await refuseOtherAccount(federation.account);
  // In declared mode too: it refuses to write app roles beside imported ones.
  const appRoleIds = await importedAppRoleIds(federation);

  const users = testUsers.map(({ key, args }) => new TestUser(key, args));
  const existingUsers = users.filter((_, index) => testUsers[index]?.args.existingObjectId !== undefined);
  const objectIds = new Map(
    testUsers.map(({ args }, index) => [args.userPrincipalName.toLowerCase(), users[index]?.objectId]),
  );
  const objectIdOf = (userPrincipalName: string): pulumi.Output<string> =>
    objectIds.get(userPrincipalName.toLowerCase()) ?? getUserOutput({ userPrincipalName }).objectId;

  const roles = Object.entries(federation.roles).map(([key, role]) => {
    const names = members[key] ?? [];
    return [key, { ...role, members: Object.fromEntries(names.map((name) => [name, objectIdOf(name)])) }] as const;
  });
  const account = new AccountFederation(
    federation.account.name,
    { ...federation, roles: Object.fromEntries(roles), importedAppRoleIds: appRoleIds },
    // While somebody who is to be there already is refused, nothing is federated.
    { dependsOn: pulumi.all(existingUsers.map(({ objectId }) => objectId)).apply(() => []) },
  );

  return {
    signInUrl: account.signInUrl,
    applicationId: account.applicationObjectId,
    clientId: account.clientId,
    roleArns: account.roleArns,
    groups: account.groupNames,
    inventory: account.inventory,
    manualSteps: account.manualSteps,
    sessionNameForm: `<role>/<${federation.sessionNameSource ?? "userPrincipalName"}> @ ${federation.account.id}`,
  };
};
