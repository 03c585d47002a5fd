import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArn } from "#core/aws";
import { managedPolicyDocument as shippedDocument } from "#core/aws/managed-policies";
import { parsePolicy, type PolicyDocument } from "#core/aws/policy";

/**
 * The document of a managed policy of AWS as of the day of our data, offline; `undefined` for what AWS has published
 * since, for customers' policies, and outside of the partition `aws` for all that is not the same everywhere.
 */
export function managedPolicyDocument(arn: string): PolicyDocument | undefined {
  return shippedDocument(arn) ?? publishedDocument(arn);
}

const found = new Map<string, PolicyDocument | undefined>();

function publishedDocument(arn: string): PolicyDocument | undefined {
  const parsed = parseArn(arn);
  if (parsed?.partition !== "aws" || parsed.service !== "iam" || parsed.accountId !== "aws") return undefined;
  if (!found.has(arn)) found.set(arn, find(parsed.resource.replace(/^policy\//, "")));
  return found.get(arn);
}

/** One policy a line: to find one, the others need not be parsed. */
function find(suffix: string): PolicyDocument | undefined {
  const key = `\n${JSON.stringify(suffix)}:`;
  const start = documents().indexOf(key);
  if (start < 0) return undefined;
  const end = documents().indexOf("\n", start + key.length);
  const policy = parsePolicy(
    documents()
      .slice(start + key.length, end)
      .replace(/,$/, ""),
  );
  return "document" in policy ? policy.document : undefined;
}

let text: string | undefined;

/** Three megabytes, read when the first policy is asked for. By its own name the package is found from source and build. */
function documents(): string {
  const root = dirname(require.resolve("entra-aws/package.json"));
  return (text ??= readFileSync(join(root, "reference-data/managed-policies/documents.json"), "utf8"));
}
