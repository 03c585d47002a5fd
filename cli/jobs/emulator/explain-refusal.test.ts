import { describe, expect, it } from "vitest";
import { explainRefusal } from "./explain-refusal";

const asked = { folder: "/srv/clouds", port: 41_800 };
const systemError = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });

describe("a refusal to start", () => {
  it.each([
    [
      new Error("listen EADDRINUSE: address already in use 127.0.0.1:41801"),
      /^Of the ports 41800 to 41805 one is taken/,
    ],
    [new Error("No address added out of total 1 resolved errors: [listen EADDRINUSE: …]"), /^Of the ports 41800/],
    [systemError("EACCES"), "/srv/clouds cannot keep an emulator's state (EACCES): give another folder by --state."],
    [systemError("ENOTDIR"), "/srv/clouds cannot keep an emulator's state (ENOTDIR): give another folder by --state."],
  ])("%s is told with what to do", (error, message) => {
    expect(() => {
      throw explainRefusal(error, asked);
    }).toThrow(message);
  });

  it("that says what to do already stays as it is", () => {
    const error = new Error("Process 1 already serves an emulator from /srv/clouds.");
    expect(explainRefusal(error, asked)).toBe(error);
  });
});
