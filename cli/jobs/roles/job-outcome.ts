import type { GraphJob, GraphJobError } from "./graph-job";

/** In Entra's words. */
export interface JobError {
  readonly code: string;
  readonly message: string;
}

interface Execution {
  readonly state: string;
  readonly ended: string;
  /** How many entries could not be written, where some could not. */
  readonly notWritten?: number;
  readonly error?: JobError;
}

/** How a provisioning job stands. */
export interface JobOutcome {
  readonly id: string;
  /** Graph's: `Active`, `Paused`, `Quarantine`, … */
  readonly code: string;
  /** Whether the cycle that was waited for has ended; nothing when none was. */
  readonly ended?: boolean;
  readonly lastExecution?: Execution;
  readonly quarantine?: JobError & { readonly reason: string };
}

/** @param waited.ended whether the cycle that was waited for has ended */
export function jobOutcome({ job, ended }: { job: GraphJob; ended?: boolean }): JobOutcome {
  const { status } = job;
  const last = status?.lastExecution;
  const quarantine = status?.code === "Quarantine" ? status.quarantine : undefined;
  return {
    id: job.id ?? "",
    code: status?.code ?? "NotRun",
    ...(ended === undefined ? {} : { ended }),
    ...(last ? { lastExecution: executionOf(last) } : {}),
    ...(quarantine ? { quarantine: { reason: quarantine.reason ?? "Unknown", ...errorOf(quarantine.error) } } : {}),
  };
}

function executionOf(last: NonNullable<NonNullable<GraphJob["status"]>["lastExecution"]>): Execution {
  const { state = "", timeEnded: ended = "", countEscrowed: notWritten = 0, error } = last;
  return {
    state,
    ended,
    ...(notWritten > 0 ? { notWritten } : {}),
    ...(error ? { error: errorOf(error) } : {}),
  };
}

function errorOf(error: GraphJobError | null | undefined): JobError {
  return { code: error?.code ?? "", message: error?.message ?? "" };
}
