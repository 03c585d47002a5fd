import type { Grant, PolicyDocument } from "#core/aws/policy";
import { withoutControls } from "#core/problems";
import type { AccountReader, DeniedAction } from "./account-reader";
import type { Examination } from "./examination";
import { grantCommands } from "./grant-commands";
import { isOfPermissionSet, type Principal, principalOf } from "./principal";
import { wantedActions } from "./wanted-actions";

const group = "IAM permissions";

/** What the caller may not do of all that the deployer of the stack needs, asked of AWS's own simulator. */
export async function examineIamPermissions(
  policies: readonly PolicyDocument[],
  account: AccountReader,
): Promise<Examination[]> {
  const principal = await principalOf(account);
  if (principal === "root") {
    return [{ group, name: "all", outcome: "ok", given: "the root user may do everything in its account" }];
  }
  if (principal === undefined) {
    const given = `no policies can be read of ${withoutControls(account.caller.arn)}`;
    return [{ group, name: "all", outcome: "unknown", given, remedy: "sign in as a role or a user of the account" }];
  }
  const wanted = policies.flatMap(wantedActions);
  const names = [...new Set(wanted.flatMap(({ actions }) => actions))].sort();
  const denied = await account.denied(principal.arn, wanted);
  if ("unknown" in denied) return [simulationDenied(principal, denied.unknown)];
  const missing = byAction(denied.found);
  const having = names.length - missing.size;
  const granting = isOfPermissionSet(principal)
    ? { remedy: byPermissionSet }
    : {
        remedy: "an administrator of the account grants what is missing, all at once",
        commands: grantCommands(principal, "entra-aws-deployer", grantOf(denied.found)),
      };
  return [
    ...(having === 0
      ? []
      : [{ group, name: `${having} of ${names.length}`, outcome: "ok", given: "allowed" } as const]),
    ...[...missing].map(([action, resources]): Examination => {
      const shownOnes = resources.slice(0, 3).map(withoutControls).join(", ");
      const more = resources.length > 3 ? ` and ${resources.length - 3} more` : "";
      return {
        group,
        name: action,
        outcome: "missing",
        given: `not allowed on ${shownOnes}${more}`,
        expected: "allowed to the deployer of this stack",
        ...granting,
      };
    }),
  ];
}

function simulationDenied(principal: Principal, why: string): Examination {
  const subject = {
    group,
    name: "iam:SimulatePrincipalPolicy",
    outcome: "unknown",
    given: why,
    expected: "allowed to ask the simulator about oneself",
  } as const;
  const asking = "grant it; or compare by hand what --permissions prints with the policies of who deploys";
  return isOfPermissionSet(principal)
    ? { ...subject, remedy: byPermissionSet }
    : { ...subject, remedy: asking, commands: grantCommands(principal, "entra-aws-doctor", [askingAbout(principal)]) };
}

function askingAbout({ arn }: Principal): Grant {
  return { Sid: "AskSimulator", Effect: "Allow", Action: ["iam:SimulatePrincipalPolicy"], Resource: [arn] };
}

const byPermissionSet =
  "the role belongs to a permission set of IAM Identity Center, which alone can change it: add to the set's policies what --permissions prints";

function byAction(denied: readonly DeniedAction[]): Map<string, string[]> {
  const resources = new Map<string, string[]>();
  for (const { action, resource } of denied) {
    const known = resources.get(action) ?? [];
    if (!known.includes(resource)) resources.set(action, [...known, resource]);
  }
  return resources;
}

/** The deployer's own statements, conditions and all, cut down to what is missing of each. */
function grantOf(denied: readonly DeniedAction[]): Grant[] {
  const statements = [...new Set(denied.map(({ wanted }) => wanted.statement))];
  return statements.map((statement) => {
    const own = denied.filter(({ wanted }) => wanted.statement === statement);
    const actions = new Set(own.map(({ action }) => action));
    const resources = new Set(own.map(({ resource }) => resource));
    return {
      ...statement,
      Sid: statement.Sid ?? "Missing",
      Action: (statement.Action ?? []).filter((action) => actions.has(action)),
      Resource: (statement.Resource ?? []).filter((resource) => resources.has(resource)),
    };
  });
}
