import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ProgressLine } from "./progress-line";

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 20, write: (text: string) => written.push(text) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a progress line", () => {
  it("changes in place on a terminal, no wider than that, and vanishes", () => {
    const terminal = stream(true);
    const line = new ProgressLine(terminal);
    line.show("compiling pulumi, 1 of 900");
    line.clear();
    expect(terminal.written).toEqual(["\r\u001B[2K  compiling pulumi,", "\r\u001B[2K"]);
  });

  it("tells a pipe of a long phase once", () => {
    const pipe = stream(false);
    const line = new ProgressLine(pipe);
    for (let compiled = 0; compiled < 10; compiled += 1) {
      line.show(`compiling pulumi, ${compiled} of 900`);
      vi.advanceTimersByTime(1_000);
    }
    expect(pipe.written).toEqual(["  compiling pulumi\n"]);
  });

  it("tells a pipe nothing of a phase that is soon over", () => {
    const pipe = stream(false);
    const line = new ProgressLine(pipe);
    line.show("pulumi up");
    vi.advanceTimersByTime(4_999);
    line.clear();
    vi.advanceTimersByTime(10_000);
    expect(pipe.written).toEqual([]);
  });
});
