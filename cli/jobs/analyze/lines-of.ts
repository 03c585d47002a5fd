/** The longest line that is read: what is longer is no document but would be held in memory all the same. */
export const longestLine = 64 * 1024 * 1024;

/** A line, or that one was too long to be read. */
export type InputLine = string | { readonly tooLong: true };

/**
 * The lines of a stream of text, one at a time: the stream is read on only when the next is asked for. Empty lines are left
 * out, and the last needs no line feed.
 */
export async function* linesOf(
  chunks: AsyncIterable<string | Buffer>,
  longest = longestLine,
): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  let isTooLong = false;
  const add = (text: string): void => {
    length += text.length;
    isTooLong ||= length > longest;
    if (isTooLong) parts = [];
    else parts.push(text);
  };
  const take = (): InputLine | undefined => {
    const line = isTooLong ? ({ tooLong: true } as const) : parts.join("").trim();
    parts = [];
    length = 0;
    isTooLong = false;
    return line === "" ? undefined : line;
  };
  for await (const chunk of chunks) {
    const pieces = (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })).split("\n");
    for (const [index, piece] of pieces.entries()) {
      add(piece);
      if (index === pieces.length - 1) continue;
      const line = take();
      if (line !== undefined) yield line;
    }
  }
  const last = take();
  if (last !== undefined) yield last;
}
