import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runAnalyze, UnreadableLines } from "./run-analyze";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-aws-analyze-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function* nothing(): AsyncGenerator<string> {
  yield await Promise.resolve("");
}

async function answersOf(lines: readonly unknown[], conditionalAccess = false): Promise<unknown[]> {
  const file = join(folder, "lines.jsonl");
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const answers: unknown[] = [];
  const write = (line: string): void => void answers.push(JSON.parse(line));
  await runAnalyze({ file, input: nothing(), conditionalAccess, write });
  return answers;
}

describe("runAnalyze", () => {
  it("answers a file of policy documents with the services that they name", async () => {
    const document = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "iam:PutUserPolicy", Resource: "*" }],
    };
    const answers = await answersOf([
      { id: "a", document },
      { id: "b", documents: [] },
    ]);
    expect(answers).toMatchObject([
      { id: "a", escalates: true, methods: ["PutUserPolicy"] },
      { id: "b", escalates: false, methods: [], findings: [] },
    ]);
  });

  it("answers questions about Conditional Access", async () => {
    expect(await answersOf([{ id: "a", question: "mfa-for-all-users", policies: [] }], true)).toMatchObject([
      { id: "a", answer: "no" },
    ]);
  });

  it("refuses a file that cannot be read", async () => {
    const missing = join(folder, "missing.jsonl");
    const run = (file: string) => runAnalyze({ file, input: nothing(), write: () => undefined });
    await expect(run(missing)).rejects.toThrow(UnreadableLines);
    await expect(run(missing)).rejects.toThrow(
      `a file of JSON lines is expected, but ${missing} cannot be read: ENOENT`,
    );
    await expect(run(folder)).rejects.toThrow("it is a folder");
  });
});
