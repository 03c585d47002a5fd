import { pulumiInFolder, type StackPlace } from "../stack/pulumi-in-folder";
import { UnreadableConfig } from "./account-config";
import type { Examination } from "./examination";

/** How the program begins its list of what is wrong with the config. */
const configRefusal = /"entra-aws:account": \d+ (?:error|warning)/;

const longest = 600;

/**
 * Lets the engine plan the stack, which runs the program and changes nothing.
 *
 * @throws UnreadableConfig in the program's own words when it refuses the config
 */
export async function examinePreview(place: StackPlace): Promise<Examination> {
  const outcome = await pulumiInFolder(place, { args: ["preview"], events: true, takesConfig: true });
  place.signal?.throwIfAborted();
  const subject = { group: "engine", name: "pulumi preview" } as const;
  if (outcome.succeeded) return { ...subject, outcome: "ok", given: describeChanges(outcome.changes) };
  const errors = outcome.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message.trim());
  const refusal = errors.find((message) => configRefusal.test(message));
  if (refusal !== undefined) throw new UnreadableConfig(refusal);
  const [first = outcome.stderr.trim()] = errors;
  return {
    ...subject,
    outcome: "missing",
    given: first.length > longest ? `${first.slice(0, longest)}…` : first,
    expected: "a plan without an error",
    remedy: "what else is missing here may be the reason; pulumi preview tells the rest",
  };
}

function describeChanges(changes: Readonly<Record<string, number | undefined>>): string {
  const counts = Object.entries(changes).flatMap(([operation, count = 0]) =>
    count > 0 ? [operation === "same" ? `${count} unchanged` : `${count} to ${operation}`] : [],
  );
  return counts.join(", ");
}
