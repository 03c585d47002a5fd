import { createHash } from "node:crypto";
import { iamLimits, policyArn } from "#core/aws";
import { fitStatements, type Grant, policySize, serializePolicy } from "#core/aws/policy";
import { shellCommand } from "../run/shell-command";
import type { Principal } from "./principal";

/** All inline policies of a principal together; a principal that has some already takes less. */
const inlineSizes = { role: iamLimits.rolePolicySize, user: iamLimits.userPolicySize } as const;

/**
 * Commands that grant the statements, to be typed by an administrator: an inline policy, or managed ones where it is too
 * long for that. Its name holds a digest of it, so that nothing which was granted before is written over.
 */
export function grantCommands(principal: Principal, purpose: string, statements: readonly Grant[]): string[] {
  const { kind, name } = principal;
  const document = serializePolicy({ Version: "2012-10-17", Statement: statements });
  if (policySize(document) <= inlineSizes[kind]) {
    const put = ["aws", "iam", `put-${kind}-policy`, `--${kind}-name`, name, "--policy-name", named(purpose, document)];
    return [shellCommand([...put, "--policy-document", document])];
  }
  return fitStatements(statements, iamLimits.managedPolicySize).map((part) =>
    managed(principal, purpose, serializePolicy(part)),
  );
}

function managed({ kind, name, partition, accountId }: Principal, purpose: string, document: string): string {
  const policyName = named(purpose, document);
  const create = ["aws", "iam", "create-policy", "--policy-name", policyName, "--policy-document", document];
  const arn = policyArn({ partition, accountId, name: policyName });
  const attach = ["aws", "iam", `attach-${kind}-policy`, `--${kind}-name`, name, "--policy-arn", arn];
  return `${shellCommand(create)} && ${shellCommand(attach)}`;
}

function named(purpose: string, document: string): string {
  return `${purpose}-${createHash("sha256").update(document).digest("hex").slice(0, 8)}`;
}
