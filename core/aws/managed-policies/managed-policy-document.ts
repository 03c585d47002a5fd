import { parseArn } from "#core/aws";
import { parsePolicy, type PolicyDocument } from "#core/aws/policy";
import { managedPolicyDocuments } from "./managed-policy-documents";

const documents: ReadonlyMap<string, object> = new Map(managedPolicyDocuments);

/**
 * The document of a managed policy of AWS, for the few that ship with us; `undefined` for all others, so that whoever
 * asks must answer “unknown”. Other partitions have documents of their own, which do not ship.
 */
export function managedPolicyDocument(arn: string): PolicyDocument | undefined {
  const parsed = parseArn(arn);
  if (parsed?.partition !== "aws" || parsed.service !== "iam" || parsed.accountId !== "aws") return undefined;
  const document = documents.get(parsed.resource.replace(/^policy\//, ""));
  if (document === undefined) return undefined;
  const policy = parsePolicy(document);
  if ("malformed" in policy) throw new Error(`${arn} ships malformed: ${policy.malformed.message}`);
  return policy.document;
}
