import { spend, type Effort } from "./effort";
import { repeats, sampleOf, takes, type Glob } from "./glob";

interface Question {
  readonly all: readonly Glob[];
  /** @default none */
  readonly none?: readonly Glob[];
}

/** Stands for every character that no pattern names. */
const anyOther = "\uffff";

/**
 * Whether there is a text that matches each glob of `all` and none of `none`: patterns that overlap, that cover each other,
 * and what is left of one after others are taken away are all this one question.
 *
 * It runs through the texts by the places in all globs that are reached at once, so each such state is looked at once.
 */
export function globsMeet({ all, none = [] }: Question, effort: Effort): boolean {
  // Mostly the first text that comes to mind is one.
  if (all.some((glob) => !spend(effort, all.length + none.length) || isAnswer(sampleOf(glob), all, none))) return true;
  const globs = [...all, ...none];
  const needed = all.length;
  const start = globs.map((glob) => closure(glob, [0]));
  const seen = new Set([keyOf(start)]);
  const waiting: (readonly Places[])[] = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (isAccepted(globs, state, needed)) return true;
    for (const character of charactersAt(globs, state, needed)) {
      if (!spend(effort, globs.length)) return true;
      const next = stepAll(globs, state, character, needed);
      if (next === undefined) continue;
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(next);
    }
  }
  return false;
}

function isAnswer(text: string, all: readonly Glob[], none: readonly Glob[]): boolean {
  return all.every((glob) => matchesGlob(glob, text)) && !none.some((glob) => matchesGlob(glob, text));
}

function matchesGlob(glob: Glob, text: string): boolean {
  let places = closure(glob, [0]);
  for (const character of text) {
    places = step(glob, places, character);
    if (places.length === 0) return false;
  }
  return places.at(-1) === glob.length;
}

/** Whether each text of `glob` is one of `others`. */
export function isCovered(glob: Glob, others: readonly Glob[], effort: Effort): boolean {
  return !globsMeet({ all: [glob], none: others }, effort);
}

type Places = readonly number[];

const nowhere: Places = [];

function isAccepted(globs: readonly Glob[], state: readonly Places[], needed: number): boolean {
  return globs.every((glob, index) => (state[index]?.at(-1) === glob.length) === index < needed);
}

/** With the places behind what may take nothing; sorted, since the given ones are and each adds a stretch behind itself. */
function closure(glob: Glob, places: Places): Places {
  const reached: number[] = [];
  let last = -1;
  for (let place of places) {
    if (place > last) reached.push((last = place));
    for (let token = glob[place]; token !== undefined && repeats(token); token = glob[place]) {
      place++;
      if (place > last) reached.push((last = place));
    }
  }
  return reached;
}

/** `undefined` as soon as one of the needed globs is nowhere. */
function stepAll(
  globs: readonly Glob[],
  state: readonly Places[],
  character: string,
  needed: number,
): readonly Places[] | undefined {
  const next: Places[] = [];
  for (const [index, glob] of globs.entries()) {
    const places = step(glob, state[index] ?? nowhere, character);
    if (index < needed && places.length === 0) return undefined;
    next.push(places);
  }
  return next;
}

function step(glob: Glob, places: Places, character: string): Places {
  if (places.length === 0) return nowhere;
  const next: number[] = [];
  for (const place of places) {
    const token = glob[place];
    if (token === undefined || !takes(token, character)) continue;
    const to = repeats(token) ? place : place + 1;
    if (next.at(-1) !== to) next.push(to);
  }
  return closure(glob, next);
}

/**
 * Characters that make a difference here: those that a glob asks for, and one for all others, apart from the colon. Where
 * a needed glob asks for one and nothing else, it is the only one.
 */
function charactersAt(globs: readonly Glob[], state: readonly Places[], needed: number): Iterable<string> {
  const characters = new Set<string>();
  for (const [index, glob] of globs.entries()) {
    const places = state[index] ?? nowhere;
    const [only] = places;
    const token = only === undefined ? undefined : glob[only];
    if (index < needed && places.length === 1 && token?.takes === "character") return [token.character];
    for (const place of places) {
      const asked = glob[place];
      if (asked?.takes === "character") characters.add(asked.character);
    }
  }
  // Looked at first, being last: nothing leaves what is taken away sooner.
  return characters.add(":").add(anyOther);
}

function keyOf(state: readonly Places[]): string {
  return state.join(";");
}
