import { rolesClouds } from "./roles-clouds";
import { runRoles, type RolesOptions } from "./run-roles";
import type { ChildOutcome } from "./served-import.test-support";

// A process of its own: Node reads NODE_EXTRA_CA_CERTS when it starts.

async function outcomeOf(options: RolesOptions): Promise<ChildOutcome> {
  const progress: string[] = [];
  try {
    const result = await runRoles(options, rolesClouds(options.stack.config), (text) => progress.push(text));
    return { result, progress };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { refused: { name, message }, progress };
  }
}

async function main(): Promise<void> {
  const outcomes: ChildOutcome[] = [];
  for (const options of JSON.parse(process.argv[2] ?? "[]") as RolesOptions[]) outcomes.push(await outcomeOf(options));
  process.stdout.write(JSON.stringify(outcomes));
}

void main();
