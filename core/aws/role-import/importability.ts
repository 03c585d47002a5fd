import { parseArn, parseIamResource, partitions } from "#core/aws";
import { parsePolicy, type Principal, type Statement } from "#core/aws/policy";
import { appRoleValue, entraLimits } from "#core/entra";
import { withoutControls } from "#core/problems";

import { importObstacles, type ImportObstacle } from "./import-obstacles";

/** A role as the import sees it. */
export interface ImportCandidate {
  readonly arn: string;
  /** JSON text, decoded, or the object. */
  readonly trustPolicy: string | object;
}

/** Whether the import takes a role, and as which app role; or why it does not, and what to do. */
export type Importability =
  | { readonly importable: true; readonly value: string; readonly roleArn: string; readonly samlProviderArn: string }
  | { readonly importable: false; readonly reason: ImportObstacle; readonly message: string; readonly remedy: string };

/**
 * Judges one role by the rules of Entra's role import: partition, one statement, one SAML provider, one action, lengths.
 * The first obstacle is told, those that make it no role for sign-in before those that can be mended.
 *
 * Messages repeat no control characters of the names that they show.
 */
export function importability(role: ImportCandidate): Importability {
  const arn = parseArn(role.arn);
  if (arn === undefined || parseIamResource(arn)?.type !== "role") return obstacle("not-a-role", { arn: role.arn });
  const trust = readTrust(role.trustPolicy);
  if ("importable" in trust) return trust;
  if (!partitions[arn.partition].supportsRoleImport) {
    return obstacle("partition-without-import", { partition: arn.partition });
  }
  return lengthObstacle(role.arn, trust.samlProviderArn) ?? imported(role.arn, trust.samlProviderArn);
}

type Obstacle = Extract<Importability, { importable: false }>;

/** The one SAML provider of a trust policy that the import takes. */
function readTrust(trustPolicy: string | object): { samlProviderArn: string } | Obstacle {
  const parsed = parsePolicy(trustPolicy);
  if ("malformed" in parsed) return obstacle("trust-policy-malformed", { fault: parsed.malformed.message });
  const statements = parsed.document.Statement;
  const providers = [...new Set(statements.flatMap(samlProvidersOf))];
  const [samlProviderArn] = providers;
  if (samlProviderArn === undefined) return obstacle("no-saml-provider");
  if (providers.length > 1) {
    return obstacle("several-saml-providers", { count: providers.length, providers: providers.join(", ") });
  }
  const [statement] = statements;
  if (statement === undefined || statements.length > 1) {
    return obstacle("several-statements", { count: statements.length });
  }
  return statementObstacle(statement) ?? { samlProviderArn };
}

function statementObstacle(statement: Statement): Obstacle | undefined {
  if (statement.Effect === "Deny") return obstacle("deny-statement");
  const others = otherPrincipals(statement.Principal);
  if (others.length > 0) return obstacle("other-principals", { principals: others.join(", ") });
  const { Action: actions = [], NotAction: excepted } = statement;
  if (excepted !== undefined) return obstacle("other-action", { actions: `all but ${excepted.join(", ")}` });
  if (actions.length > 1) {
    return obstacle("several-actions", { count: actions.length, actions: actions.join(", ") });
  }
  // Action names are the same in any letter case. Source: IAM user guide, reference_policies_elements_action.
  const isByName = actions[0]?.toLowerCase() === "sts:assumerolewithsaml";
  return isByName ? undefined : obstacle("other-action", { actions: actions.join(", ") });
}

function lengthObstacle(roleArn: string, samlProviderArn: string): Obstacle | undefined {
  const length = roleArn.length + samlProviderArn.length;
  const limit = entraLimits.importedRoleArns;
  return length > limit ? obstacle("arns-too-long", { length, limit }) : undefined;
}

function imported(roleArn: string, samlProviderArn: string): Importability {
  return { importable: true, value: appRoleValue({ roleArn, samlProviderArn }), roleArn, samlProviderArn };
}

function samlProvidersOf({ Principal }: Statement): readonly string[] {
  return federated(Principal).filter(isSamlProvider);
}

function otherPrincipals(principal: Principal | undefined): readonly string[] {
  if (principal === undefined) return [];
  if (principal === "*") return ["*"];
  return Object.values(principal).flatMap((values) => values.filter((value) => !isSamlProvider(value)));
}

function federated(principal: Principal | undefined): readonly string[] {
  return principal === undefined || principal === "*" ? [] : (principal.Federated ?? []);
}

function isSamlProvider(text: string): boolean {
  const arn = parseArn(text);
  return arn !== undefined && parseIamResource(arn)?.type === "saml-provider";
}

function obstacle(reason: ImportObstacle, found: Readonly<Record<string, string | number>> = {}): Obstacle {
  const { message, remedy } = importObstacles[reason];
  const filled = message.replace(/\{(\w+)\}/g, (_placeholder, name: string) => String(found[name] ?? ""));
  return { importable: false, reason, message: withoutControls(filled), remedy };
}
