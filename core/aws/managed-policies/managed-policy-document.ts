import { parseArn } from "#core/aws";
import { parsePolicy, type PolicyDocument } from "#core/aws/policy";
import { managedPolicyDocuments } from "./managed-policy-documents";

const documents: ReadonlyMap<string, object> = new Map(managedPolicyDocuments);

/**
 * It allows everything, and names neither a service nor an ARN: there is nothing in it that a partition could have
 * otherwise. Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html.
 */
const sameInEveryPartition: ReadonlySet<string> = new Set(["AdministratorAccess"]);

/**
 * The document of a managed policy of AWS, for the few that ship with us; `undefined` for all others, so that whoever
 * asks must answer “unknown”. Other partitions have documents of their own, which do not ship, but for the one that is
 * the same everywhere.
 */
export function managedPolicyDocument(arn: string): PolicyDocument | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== "iam" || parsed.accountId !== "aws") return undefined;
  const name = parsed.resource.replace(/^policy\//, "");
  const document = documents.get(name);
  if (document === undefined || (parsed.partition !== "aws" && !sameInEveryPartition.has(name))) return undefined;
  const policy = parsePolicy(document);
  if ("malformed" in policy) throw new Error(`${arn} ships malformed: ${policy.malformed.message}`);
  return policy.document;
}
