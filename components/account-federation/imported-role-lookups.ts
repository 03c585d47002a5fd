import * as pulumi from "@pulumi/pulumi";
import { hasErrors, shown } from "#core/problems";
import { importedIdProblems, judgeApplicationRoles } from "./application-roles";
import { lookUpAppRoles } from "./look-up-app-roles";
import { RoleMode } from "./role-mode";
import { roleModeOf } from "./role-mode-checks";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";
import type { AccountFederationPlan } from "./account-federation-sketch";

/**
 * Where roles are imported, holds the plan against what the provisioning service has written, and says what is still
 * waited for. App roles of the other mode, and the app role of another role, are refused whoever has given the ids.
 */
export function importedRoleLookups(
  name: string,
  args: AccountFederationArgs,
  { roles }: AccountFederationPlan,
  parent: pulumi.Resource,
): pulumi.Output<Problem[]>[] {
  const { account, existingApplicationObjectId } = args;
  if (roleModeOf(args) === RoleMode.Declared) return [];
  const found = pulumi
    .output(existingApplicationObjectId)
    .apply((objectId) => lookUpAppRoles(account, objectId, { parent }));
  return [
    found.apply((application) => {
      const plan = { accountId: account.id, mode: RoleMode.Imported, roles };
      const { written, problems } = judgeApplicationRoles(plan, application?.appRoles ?? []);
      const all = [...problems, ...importedIdProblems(roles, written)];
      const awaited = roles.map(({ key }) => key).filter((key) => !Object.hasOwn(written, key));
      if (awaited.length > 0 && !hasErrors(all)) {
        void pulumi.log.warn(describeAwaited(name, awaited, roles.length), parent);
      }
      return all;
    }),
  ];
}

function describeAwaited(instance: string, awaited: readonly string[], all: number): string {
  const roles = awaited.map(shown).join(", ");
  return [
    `AccountFederation "${instance}" waits for Entra's provisioning service to import ${awaited.length} of ${all} roles: ${roles}.`,
    `Nobody can take them before. Next: wait for a cycle, which comes every 40 minutes ("npx entra-aws roles" starts one for the account stack, and waits for it), then "pulumi up" again.`,
  ].join("\n");
}
