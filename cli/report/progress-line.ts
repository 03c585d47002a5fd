/** What {@link ProgressLine} writes to. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How long a phase lasts before a log is told of it, in milliseconds: what is over sooner speaks for itself. */
const patience = 5_000;

/**
 * One line that says what goes on now. A terminal sees it change in place and vanish; a pipe is told of a phase once,
 * and only if it takes long.
 */
export class ProgressLine {
  private phase = "";
  private told: NodeJS.Timeout | undefined;

  constructor(private readonly stream: ProgressStream) {}

  /** Shows `text` as what goes on now; up to its first comma it names the phase. */
  show(text: string): void {
    if (this.stream.isTTY === true) {
      this.stream.write(`\r\u001B[2K  ${text.slice(0, (this.stream.columns ?? 80) - 3)}`);
      return;
    }
    const phase = text.split(",")[0] ?? text;
    if (phase !== this.phase) {
      this.clear();
      this.phase = phase;
      this.told = setTimeout(() => this.stream.write(`  ${phase}\n`), patience).unref();
    }
  }

  /** Removes the line, so that what is printed next starts at its place. */
  clear(): void {
    clearTimeout(this.told);
    this.phase = "";
    if (this.stream.isTTY === true) {
      this.stream.write("\r\u001B[2K");
    }
  }
}
