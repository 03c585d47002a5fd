import { describe, expect, it } from "vitest";
import { linesOf, type InputLine } from "./lines-of";

async function* chunksOf<Chunk>(...chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

async function read(chunks: AsyncIterable<string | Buffer>, longest?: number): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of linesOf(chunks, longest)) lines.push(line);
  return lines;
}

describe("linesOf", () => {
  it("joins what chunks divide, and leaves out empty lines", async () => {
    expect(await read(chunksOf("a", "b\r\n\n  \nc", "d\n\nlast"))).toEqual(["ab", "cd", "last"]);
  });

  it("joins a character that chunks divide", async () => {
    const bytes = Buffer.from("ä😀\nb");
    expect(await read(chunksOf(bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4)))).toEqual(["ä😀", "b"]);
  });

  it("takes a line of the longest length and tells of one that is longer", async () => {
    expect(await read(chunksOf("12345\n123", "456\n123\n"), 5)).toEqual(["12345", { tooLong: true }, "123"]);
  });

  it("reads on only when the next line is asked for", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        read++;
        yield await Promise.resolve("line\n");
      }
    }
    const lines = linesOf(endless());
    await lines.next();
    await lines.next();
    await lines.return(undefined);
    expect(read).toBe(2);
  });
});
