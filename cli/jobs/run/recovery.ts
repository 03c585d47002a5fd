import type { StackLock } from "#engine";
import { shellCommand } from "./shell-command";
import type { Candidate } from "./finder";

/** What became of one thing that an interrupted run had begun. */
export interface SettledOperation {
  readonly urn: string;
  readonly type: string;
  /** The last part of the URN. */
  readonly name: string;
  /** What the engine was doing. */
  readonly was: "creating" | "updating" | "deleting" | "reading" | "importing";
  /**
   * `imported`: the cloud has it, and now the stack has; `not-made`: the cloud does not have it; `removed`: it was taken
   * away, since it could be of no use to anybody; `read-again`: the run reads it from the cloud before it goes on.
   */
  readonly outcome: "imported" | "not-made" | "removed" | "read-again";
  /** The id of what was imported. */
  readonly id?: string;
  /** For people, where there is more to say: what was removed. */
  readonly detail?: string;
}

/** What was put in order before a run. */
export interface Recovery {
  /** The locks that were taken away, as their holders are gone. */
  readonly freed: readonly StackLock[];
  /** Processes that an ended engine had left running. */
  readonly ended: readonly number[];
  readonly settled: readonly SettledOperation[];
}

/** Something of which it cannot be shown whether an interrupted run made it. */
export interface Unclear {
  /** Such as `role "Developer"`. */
  readonly what: string;
  readonly urn: string;
  readonly reason: string;
  readonly candidates: readonly Candidate[];
  /** Whether the stack could take one in; not what has a secret that was told once. */
  readonly isAdoptable: boolean;
}

/** What a person has found out about pending creates. */
export interface Decisions {
  /** The id of what a pending create made, by URN. */
  readonly adopt: ReadonlyMap<string, string>;
  /** The URNs of pending creates that made nothing. */
  readonly notMade: ReadonlySet<string>;
}

/** A person has to decide about something that an interrupted run may have made; nothing was changed. */
export class RecoveryRefused extends Error {
  override readonly name = "RecoveryRefused";

  constructor(readonly unclear: readonly Unclear[]) {
    super(
      [
        "The earlier run was interrupted, and it cannot be shown whether these are what it made. Nothing was changed.",
        ...unclear.flatMap(({ what, urn, reason, candidates, isAdoptable }) => [
          `  ${what}: ${reason}`,
          ...candidates.flatMap(({ id, removal }) => [
            `    if it may go, remove it:         ${shellCommand(removal)}`,
            ...(isAdoptable ? [`    if the stack is to have it:      ${againWith("--adopt", `${urn}=${id}`)}`] : []),
          ]),
          ...(candidates.length === 0 && isAdoptable
            ? [`    if it exists, with its own id:   ${againWith("--adopt", `${urn}=ID`)}`]
            : []),
          `    if it was made by somebody else: ${againWith("--not-made", urn)}`,
        ]),
        "Then run the same command again, with what is given above.",
      ].join("\n"),
    );
  }
}

function againWith(option: string, value: string): string {
  return shellCommand(["entra-aws", "run", option, value]);
}
