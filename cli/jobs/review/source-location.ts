import type { SourceLocation } from "./review-result";

/**
 * The program's own line that made a resource: the nearest frame that is neither an installed package's nor outside of
 * the project, else the nearest that is not an installed package's.
 *
 * Programs that are compiled as they run note positions in what they were compiled to. A position that the source cannot
 * have is none.
 */
export function sourceLocation(
  positions: readonly string[],
  hasPosition: (location: Required<SourceLocation>) => boolean,
): SourceLocation | undefined {
  const frames = positions.flatMap((position) => parsePosition(position) ?? []);
  const own = frames.filter(({ file }) => !/(^|\/)node_modules\//.test(file));
  const nearest = own.find(({ file }) => !file.startsWith("../")) ?? own[0];
  if (nearest === undefined) return undefined;
  return hasPosition(nearest) ? nearest : undefined;
}

/** `project:///index.ts#3,5` */
function parsePosition(position: string): Required<SourceLocation> | undefined {
  const [, path, line, column] = /^project:\/\/\/([^#]+)#(\d+)(?:,(\d+))?$/.exec(position) ?? [];
  if (path === undefined || line === undefined) return undefined;
  const location = { file: decoded(path), line: Number(line), column: Number(column ?? 1) };
  return location.line > 0 && location.column > 0 ? location : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
