import { parseArn, parseIamResource, roleArn } from "#core/aws";
import { type PolicyDocument, serializePolicy, type Statement } from "#core/aws/policy";
import { withoutControls } from "#core/problems";
import { shellCommand } from "../run/shell-command";
import type { AccountReader, DeniedAction } from "./account-reader";
import type { Examination } from "./examination";
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
  const command = grantCommand(principal, "entra-aws-deployer", grantOf(denied.found));
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
        remedy: "an administrator of the account grants what is missing, all at once",
        commands: [command],
      };
    }),
  ];
}

/** Whose policies count: of a session those of its role. */
interface Principal {
  readonly arn: string;
  readonly kind: "role" | "user";
  readonly name: string;
}

async function principalOf(account: AccountReader): Promise<Principal | "root" | undefined> {
  const { caller } = account;
  const arn = parseArn(caller.arn);
  if (arn === undefined) return undefined;
  if (arn.service === "iam" && arn.resource === "root") return "root";
  const user = parseIamResource(arn);
  if (user?.type === "user") return { arn: caller.arn, kind: "user", name: user.name };
  const [, name] = /^assumed-role\/([^/]+)\/[^/]+$/.exec(arn.resource) ?? [];
  if (name === undefined) return undefined;
  // A session's ARN has no path; where the role cannot be read, most have none.
  const found = await account.roleArn(name);
  const whole = "found" in found ? found.found : undefined;
  return { arn: whole ?? roleArn({ partition: arn.partition, accountId: arn.accountId, name }), kind: "role", name };
}

function simulationDenied(principal: Principal, why: string): Examination {
  return {
    group,
    name: "iam:SimulatePrincipalPolicy",
    outcome: "unknown",
    given: why,
    expected: "allowed to ask the simulator about oneself",
    remedy: "grant it, or print what is needed by --permissions and compare",
    commands: [
      grantCommand(principal, "entra-aws-doctor", [
        { Effect: "Allow", Action: ["iam:SimulatePrincipalPolicy"], Resource: [principal.arn] },
      ]),
    ],
  };
}

function grantCommand({ kind, name }: Principal, policyName: string, statements: readonly Statement[]): string {
  const document: PolicyDocument = { Version: "2012-10-17", Statement: statements };
  const whose = [`put-${kind}-policy`, `--${kind}-name`, name];
  return shellCommand([
    ...["aws", "iam", ...whose, "--policy-name", policyName],
    ...["--policy-document", serializePolicy(document)],
  ]);
}

function byAction(denied: readonly DeniedAction[]): Map<string, string[]> {
  const resources = new Map<string, string[]>();
  for (const { action, resource } of denied) {
    const known = resources.get(action) ?? [];
    if (!known.includes(resource)) resources.set(action, [...known, resource]);
  }
  return resources;
}

/** The deployer's own statements, conditions and all, cut down to what is missing of each. */
function grantOf(denied: readonly DeniedAction[]): Statement[] {
  const statements = [...new Set(denied.map(({ wanted }) => wanted.statement))];
  return statements.map((statement) => {
    const own = denied.filter(({ wanted }) => wanted.statement === statement);
    const actions = new Set(own.map(({ action }) => action));
    const resources = new Set(own.map(({ resource }) => resource));
    return {
      ...statement,
      Action: (statement.Action ?? []).filter((action) => actions.has(action)),
      Resource: (statement.Resource ?? []).filter((resource) => resources.has(resource)),
    };
  });
}
