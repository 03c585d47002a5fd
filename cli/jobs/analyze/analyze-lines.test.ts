import { describe, expect, it } from "vitest";
import { analyzeLines, type AnalyzeLine } from "./analyze-lines";

async function* chunksOf(...chunks: readonly string[]): AsyncGenerator<string> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

async function answers(text: string, analyze: AnalyzeLine): Promise<{ written: unknown[]; summary: unknown }> {
  const written: unknown[] = [];
  const summary = await analyzeLines(chunksOf(text), analyze, (line) => void written.push(JSON.parse(line)));
  return { written, summary };
}

describe("analyzeLines", () => {
  it("answers in the lines' order, whatever time each takes", async () => {
    const slowFirst: AnalyzeLine = async (line) => {
      await new Promise((resolve) => setTimeout(resolve, line === 1 ? 20 : 0));
      return { id: line };
    };
    expect(await answers("1\n2\n3\n", slowFirst)).toEqual({
      written: [{ id: 1 }, { id: 2 }, { id: 3 }],
      summary: { lines: 3, unreadable: 0 },
    });
  });

  it("answers a line that is not JSON in its place", async () => {
    expect(await answers('1\n{"id":\n3', (line) => ({ id: line }))).toEqual({
      written: [{ id: 1 }, { id: null, error: "the line is not JSON" }, { id: 3 }],
      summary: { lines: 3, unreadable: 1 },
    });
  });

  it("answers a line that breaks the analysis, and says nothing of what it held", async () => {
    const breaks: AnalyzeLine = () => {
      throw new RangeError("secret");
    };
    expect((await answers('{"id":"a"}', breaks)).written).toEqual([
      { id: "a", error: "it could not be analyzed and ended with RangeError" },
    ]);
  });

  it("goes on only when the answer is taken", async () => {
    const events: string[] = [];
    const analyze: AnalyzeLine = (line) => {
      events.push(`analyze ${String(line)}`);
      return { id: line };
    };
    await analyzeLines(chunksOf("1\n2\n"), analyze, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push("taken");
    });
    expect(events).toEqual(["analyze 1", "taken", "analyze 2", "taken"]);
  });
});
