import type { AccountUp, SignInProof } from "#cli/jobs";
import type { Paint } from "./paint";
import { renderRecovery } from "./run-text";

/** What the demonstration says before it does anything. */
export function renderIntroduction(paint: Paint): string {
  return `${paint.strong("entra-aws")} · everything below runs on this machine, nothing leaves it\n`;
}

/** A fact with its name, aligned: `engine           pulumi 3.219.0`. */
export function renderField(name: string, value: string): string {
  return `  ${name.padEnd(16)} ${value}`;
}

/** One account's `pulumi up`: what changed, how long it took, what the policies found. */
export function renderDemoAccount({ account, outcome, recovery, rules }: AccountUp): string {
  const seconds = `${(outcome.milliseconds / 1000).toFixed(1)} s`;
  const line = `  pulumi up  ${account.stack}  ${changesOf(outcome.changes).padEnd(24)} ${seconds.padStart(6)}   policies: ${counted(rules, "rule")}, ${findingsOf(outcome)}`;
  const warnings = outcome.diagnostics.filter(({ severity }) => severity === "warning");
  const details = [
    ...(recovery === undefined ? [] : renderRecovery(recovery).split("\n")),
    ...outcome.violations.map(findingLine),
    ...warnings.map(({ message }) => `warning: ${message}`),
  ];
  return [line, ...details.map((text) => `             ${text}`)].join("\n");
}

const pastTenses: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  replace: "replaced",
  same: "unchanged",
};

function changesOf(changes: AccountUp["outcome"]["changes"]): string {
  const parts = Object.entries(pastTenses).flatMap(([operation, past]) => {
    const count = changes[operation] ?? 0;
    return count === 0 ? [] : [`${count} ${past}`];
  });
  return parts.join(", ");
}

function findingsOf({ violations }: AccountUp["outcome"]): string {
  return violations.length === 0 ? "no findings" : counted(violations.length, "finding");
}

const longestFinding = 100;

/** A finding as one line: the pack writes its description first, then rule and message, then more for the reviewer. */
function findingLine({ enforcement, message }: AccountUp["outcome"]["violations"][number]): string {
  const lines = message.split("\n");
  const line = `${enforcement}  ${lines.find((each) => each.startsWith("[")) ?? lines[0] ?? ""}`;
  return line.length > longestFinding ? `${line.slice(0, longestFinding - 1)}…` : line;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const columns = { who: 17, account: 8, client: 17 } as const;

/** One sign-in and what came of it; the first one is under the table's head. */
export function renderDemoSignIn(proof: SignInProof, paint: Paint, isFirst: boolean): string {
  const { user, account, client } = proof.signIn;
  const head = paint.faint(`\n${row("who", "account", "client", "session or refusal")}\n`);
  const [first = "", ...more] = outcomeOf(proof, paint);
  const lines = [row(user, account.name, client.label, first), ...more.map((text) => row("", "", "", text))];
  return `${isFirst ? head : ""}${lines.join("\n")}`;
}

function row(who: string, account: string, client: string, text: string): string {
  const { who: a, account: b, client: c } = columns;
  return `  ${who.padEnd(a)}  ${account.padEnd(b)}  ${client.padEnd(c)}  ${text}`.trimEnd();
}

function outcomeOf({ signIn, outcome, asExpected }: SignInProof, paint: Paint): string[] {
  const unexpected = asExpected ? [] : [paint.bad("not as the example says: please report it")];
  if (outcome.kind === "session") {
    const calls = outcome.calls.map((call) => `${call.action} ${verdictOf(call, paint)}`);
    return [`${outcome.session} @ ${outcome.accountId}`, calls.join(" · "), ...unexpected];
  }
  const presented = signIn.presentedTo;
  const where =
    presented === undefined
      ? []
      : [
          `${signIn.account.name}'s response, taken to ${(presented.providerOf ?? signIn.account).name}'s provider ` +
            `and ${(presented.roleOf ?? signIn.account).name}'s role:`,
        ];
  const [verdict = "", ...words] = wrapped(`refused by ${outcome.by}, ${outcome.code}: ${outcome.message}`);
  return [...where, paint.bad(verdict), ...words.map(paint.bad), ...unexpected];
}

/** Lines of at most 84 characters, broken between words; what clouds say is longer than a terminal is wide. */
function wrapped(text: string): string[] {
  return text.match(/.{1,84}(?:\s|$)|\S+/g)?.map((line) => line.trimEnd()) ?? [];
}

function verdictOf(call: { allowed: boolean; message: string }, paint: Paint): string {
  if (call.allowed) {
    return paint.good("allowed");
  }
  // AWS's reason stands at the end of its sentence: “… because no identity-based policy allows …”.
  const reason = /(with an explicit deny in a|because no) (.+?)(?: allows .*)?$/.exec(call.message);
  const [, kind = "", source = ""] = reason ?? [];
  return paint.bad(kind.startsWith("with") ? `denied by the ${source}` : `denied, no ${source} allows it`);
}

/** What to do next; names only what exists. */
export function renderDemoEnd(asExpected: boolean, paint: Paint): string {
  const verdict = asExpected ? "" : `\n  ${paint.bad("Not everything came out as the example says; see above.")}\n`;
  return [
    verdict,
    "  next   npx entra-aws emulator start  keep such clouds and try a stack of your own (docs/emulator.md)",
    "         docs/first-account.md         the first real account",
    "         npm test                      every check",
  ].join("\n");
}
