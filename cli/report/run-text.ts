import { withoutControls } from "#core/problems";
import type { RunResult } from "#cli/jobs";

type Recovery = RunResult["recovery"];
type Settled = Recovery["settled"][number];

/** What was put in order before the run, a line each; nothing when there was nothing. */
export function renderRecovery({ freed, ended, settled }: Recovery): string {
  const locks = freed.map(
    ({ user, host, pid, since }) =>
      `freed the lock of ${withoutControls(`${user}@${host}`)}, process ${pid}, which began ${since.toISOString()} and is gone`,
  );
  const processes = ended.length === 0 ? [] : [`ended what it left running: process ${ended.join(", ")}`];
  return [...locks, ...processes, ...settled.map(settledText)].map((line) => `recovered  ${line}`).join("\n");
}

const outcomes: Readonly<Record<Settled["outcome"], (settled: Settled) => string>> = {
  imported: ({ id = "" }) => `the cloud has it, imported as ${id}`,
  "not-made": ({ detail }) => detail ?? "the cloud does not have it",
  removed: ({ detail = "" }) => `removed ${detail}`,
  "read-again": () => "is read again from the cloud",
};

function settledText(settled: Settled): string {
  const { was, type, name, outcome } = settled;
  return withoutControls(`interrupted while ${was} ${type} ${name}: ${outcomes[outcome](settled)}`);
}

const verbsOf: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  replace: "replaced",
  refresh: "read again",
  same: "unchanged",
};

/** What a run did, and what the policies and the engine said of it. */
export function renderRun({ stack, operation, outcome }: RunResult): string {
  const changes = Object.entries(outcome.changes).map(([change, count]) => `${count} ${verbsOf[change] ?? change}`);
  const seconds = `${(outcome.milliseconds / 1000).toFixed(1)} s`;
  const verdict = outcome.succeeded ? changes.join(", ") || "nothing to do" : "failed";
  return [
    `pulumi ${operation}  ${stack}  ${verdict}  ${seconds}`,
    ...outcome.violations.map(({ policy, enforcement, message }) => `${policy} (${enforcement}): ${message}`),
    ...outcome.diagnostics
      .filter(({ severity }) => severity !== "info")
      .map(({ severity, message }) => `${severity}: ${message}`),
    ...(outcome.succeeded || outcome.diagnostics.length > 0 ? [] : [outcome.stderr.trim()]),
  ].join("\n");
}
