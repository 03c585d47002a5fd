import { describe, expect, it } from "vitest";
import { EngineRefused } from "./engine-refused";

const refused = (stderr: string): string =>
  new EngineRefused("stack output", { diagnostics: [], stdout: "", stderr }).message;

describe("what the engine refused", () => {
  it("is told with the step and the engine's own words", () => {
    expect(refused("error: no stack named 'x' found\n")).toBe("pulumi stack output failed: no stack named 'x' found");
  });

  it.each([
    "error: failed to load checkpoint: EOF",
    'error: failed to load checkpoint: blob (key ".pulumi/stacks/p/s.json") (code=Unknown): unexpected EOF',
  ])("is told with the way to mend it when a killed run left a file half written: %s", (said) => {
    expect(refused(said)).toMatch(/EOF\nA run that was killed .* entra-aws run puts it in order\.$/);
  });
});
