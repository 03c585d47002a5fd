import type { PolicyDocument } from "./policy-document";
import { readDocument, type DocumentFault } from "./read-document";
import { scanJson, type JsonFault } from "./scan-json";

/** Something that AWS refuses about a policy, with its place. */
export interface LocatedProblem {
  readonly code: DocumentFault["code"] | "not-json" | "duplicate-key";
  /** As `Statement[0].Effect`; empty for the whole. */
  readonly path: string;
  readonly message: string;
  /** Where it stands in the text, as its character counted from 0; absent for a policy that is given as an object. */
  readonly position?: number;
}

/**
 * A policy from its JSON text or object, with **all** that AWS would refuse about it.
 *
 * @returns a document too where its meaning is clear all the same: with a Sid that stands twice, a version that does not
 * exist, elements that nobody reads.
 */
export function readPolicy(input: string | object): {
  document?: PolicyDocument;
  problems: readonly LocatedProblem[];
} {
  return typeof input === "string" ? readText(input) : readObject(input);
}

function readObject(input: unknown): { document?: PolicyDocument; problems: readonly LocatedProblem[] } {
  const { document, faults } = readDocument(input);
  const problems = faults.map(({ code, path, expected }) => ({ code, path, message: `expected ${expected}` }));
  return document === undefined ? { problems } : { document, problems };
}

function readText(text: string): ReturnType<typeof readPolicy> {
  const repeated: JsonFault[] = [];
  const fault = scanJson(text, { onDuplicateKey: (found) => void repeated.push(found) });
  const duplicates = repeated.map((each) => located("duplicate-key", each));
  if (fault !== undefined) return { problems: [...duplicates, located("not-json", fault)] };
  const { document, problems } = readObject(JSON.parse(text));
  const placed = [...duplicates, ...withPositions(problems, text)];
  // Which of two equal keys is meant is not ours to say.
  return document === undefined || duplicates.length > 0 ? { problems: placed } : { document, problems: placed };
}

function located(code: LocatedProblem["code"], { message, position }: JsonFault): LocatedProblem {
  return { code, path: "", message, position };
}

// A key of a megabyte over a thousand values would be copied a thousand times.
const longestPath = 500;

function withPositions(problems: readonly LocatedProblem[], text: string): readonly LocatedProblem[] {
  if (problems.length === 0) return problems;
  const positions = new Map<string, number>();
  scanJson(text, {
    onValue: (path, position) => {
      if (path.length <= longestPath) positions.set(path, position);
    },
    onDuplicateKey: () => undefined,
  });
  return problems.map((problem) => ({ ...problem, position: positionOf(problem.path, positions) }));
}

/** The place of a path, or of the nearest thing around it that is there. */
function positionOf(path: string, positions: ReadonlyMap<string, number>): number {
  for (let place = path.slice(0, longestPath); place !== ""; place = place.replace(/(^|\.)[^.]*$|\[\d+\]$/, "")) {
    const position = positions.get(place);
    if (position !== undefined) return position;
  }
  return positions.get("") ?? 0;
}
