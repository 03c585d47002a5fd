import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Change } from "./new/change";
import { newComponent } from "./new/component";
import { newOperation } from "./new/operation";
import { newRule } from "./new/rule";

/** What can be made, the form of its name, and what remains to be done with it. */
const kinds = {
  component: { form: /^[a-z]+\/[a-z]+(-[a-z]+)*$/, example: "aws/audit-policy", make: newComponent },
  operation: { form: /^[A-Z][A-Za-z]+$/, example: "ListGroups", make: newOperation },
  rule: { form: /^[a-z]+(-[a-z]+)+$/, example: "roles-say-what-for", make: newRule },
} as const;

/** `npm run new -- rule roles-say-what-for`: a new part in the house's shape, whole or not at all. */
function main([kind = "", name = ""]: readonly string[], root: string): void {
  const found = Object.entries(kinds).find(([each]) => each === kind)?.[1];
  if (found === undefined) throw new Error(`What shall it be? npm run new -- ${Object.keys(kinds).join("|")} NAME`);
  if (!found.form.test(name))
    throw new Error(`A ${kind} has a name such as ${found.example}; given was ${JSON.stringify(name)}.`);
  const written = found.make(name).map((change) => [join(root, change.file), contentOf(change, root)] as const);
  for (const [file, content] of written) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  console.log(
    `${written.map(([file]) => file.slice(root.length + 1)).join("\n")}\nwritten; npm run format, then make it yours`,
  );
}

/** Computed for all before anything is written. */
function contentOf(change: Change, root: string): string {
  const file = join(root, change.file);
  if ("edit" in change) return change.edit(readFileSync(file, "utf8"));
  if (existsSync(file)) throw new Error(`${change.file} is there already.`);
  return change.create;
}

try {
  main(process.argv.slice(2), resolve(__dirname, ".."));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
