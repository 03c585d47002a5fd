import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { cancellationOf } from "./cancellation";

function source() {
  return Object.assign(new EventEmitter(), { stdout: new EventEmitter(), stderr: new EventEmitter() });
}

describe("a cancellation", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("comes with %s, whose second time is left to the system", (signal) => {
    const from = source();
    const cancelled = cancellationOf(from);
    expect(cancelled.aborted).toBe(false);
    from.emit(signal);
    expect(cancelled.aborted).toBe(true);
    expect(from.listenerCount(signal)).toBe(0);
  });

  it.each(["stdout", "stderr"] as const)("comes when the reader of %s goes, however often that is told", (name) => {
    const from = source();
    const cancelled = cancellationOf(from);
    for (let times = 0; times < 2; times += 1) {
      from[name].emit("error", Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    }
    expect(cancelled.aborted).toBe(true);
  });

  it("is not made of another failure to write", () => {
    const from = source();
    const cancelled = cancellationOf(from);
    expect(() => from.stdout.emit("error", new Error("no space left"))).toThrow("no space left");
    expect(cancelled.aborted).toBe(false);
  });
});
