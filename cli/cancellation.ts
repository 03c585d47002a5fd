/** The part of `process` that tells that nobody waits for the answer any more. */
export interface CancellationSource {
  once(signal: NodeJS.Signals, listener: () => void): unknown;
  readonly stdout: { on(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown };
  readonly stderr: { on(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown };
}

/**
 * Aborts on Ctrl-C, when the process is told to end, when its terminal goes, and when who reads its output has read
 * enough (`… | head`). A signal that comes a second time ends the process at once.
 */
export function cancellationOf(source: CancellationSource): AbortSignal {
  const cancel = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    source.once(signal, () => {
      cancel.abort();
    });
  }
  for (const stream of [source.stdout, source.stderr]) {
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") {
        throw error;
      }
      cancel.abort();
    });
  }
  return cancel.signal;
}
