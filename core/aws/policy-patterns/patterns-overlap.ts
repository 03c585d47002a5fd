interface Run {
  /** The character that ends the run. */
  readonly without?: string;
}

/** A character, any run of characters, or any one. */
export type ArnToken = string | { readonly run: Run } | { readonly one: true };

const any: ArnToken = { run: {} };
const one: ArnToken = { one: true };

/** A resource as a policy writes it: `*` and `?` are wildcards, and a policy variable may be anything. */
export function tokensOfResource(resource: string): readonly ArnToken[] {
  return resource.split(/(\$\{[^{}]*\}|[*?])/).flatMap((part): readonly ArnToken[] => {
    if (part === "*") return [any];
    if (part === "?") return [one];
    if (!part.startsWith("${")) return Array.from(part);
    return /^\$\{[*?$]\}$/.test(part) ? [part.charAt(2)] : [any];
  });
}

const runs: ReadonlyMap<string, Run> = new Map([
  ["${Partition}", { without: ":" }],
  ["${Region}", { without: ":" }],
  ["${Account}", { without: ":" }],
  ["${BucketName}", { without: "/" }],
]);

/** An ARN as AWS documents it: each `${…}` is anything, but for what a component or a bucket's name cannot have. */
export function tokensOfArnPattern(arnPattern: string): readonly ArnToken[] {
  return arnPattern.split(/(\$\{[^{}]*\})/).flatMap((part): readonly ArnToken[] => {
    if (!part.startsWith("${")) return Array.from(part).map((character) => (character === "*" ? any : character));
    return [{ run: runs.get(part) ?? {} }];
  });
}

/**
 * How far a text and an ARN's pattern can be read together in one way only, which for most pairs is until they differ:
 * to compare all ways takes the product of the lengths.
 *
 * @param isWhole whether the text ends there; otherwise anything may follow.
 * @returns how much is read of both, or nothing where they differ.
 */
export function readTogether(
  text: string,
  isWhole: boolean,
  pattern: readonly ArnToken[],
): { readonly characters: number; readonly tokens: number } | undefined {
  let characters = 0;
  let tokens = 0;
  for (let token = pattern[0]; token !== undefined; token = pattern[tokens]) {
    if (isWhole && isRun(token) && tokens === pattern.length - 1) {
      const { without } = token.run;
      if (without !== undefined && text.includes(without, characters)) return undefined;
      return { characters: text.length, tokens: pattern.length };
    }
    const [end, read] = typeof token === "string" ? [token, 1] : [endOf(token, pattern[tokens + 1]), 2];
    if (end === undefined) break;
    const found = read === 2 ? text.indexOf(end, characters) : text.startsWith(end, characters) ? characters : -1;
    if (found < 0) {
      if (isWhole || (read === 1 && characters < text.length)) return undefined;
      break;
    }
    characters = found + end.length;
    tokens += read;
  }
  return { characters, tokens };
}

/** The character after a run, where it is the one that the run cannot have. */
function endOf(token: ArnToken, after: ArnToken | undefined): string | undefined {
  return isRun(token) && token.run.without !== undefined && token.run.without === after ? after : undefined;
}

/** Whether the tokens stand for any text. */
export function isAnything(tokens: readonly ArnToken[]): boolean {
  const [token] = tokens;
  return tokens.length === 1 && token !== undefined && isRun(token) && token.run.without === undefined;
}

/** Whether some text matches both. */
export function overlap(left: readonly ArnToken[], right: readonly ArnToken[]): boolean {
  // reachable[j]: what is read of the left and the first j of the right can be the same text.
  let reachable: readonly boolean[] = closed([true, ...right.map(() => false)], right);
  for (const token of left) {
    reachable = closed(advanced(reachable, token, right), right);
    if (!reachable.includes(true)) return false;
  }
  return reachable.at(-1) ?? false;
}

/** A run on the right may be empty. */
function closed(reachable: readonly boolean[], right: readonly ArnToken[]): readonly boolean[] {
  const result = [...reachable];
  right.forEach((token, index) => {
    if (isRun(token) && result[index] === true) result[index + 1] = true;
  });
  return result;
}

function advanced(reachable: readonly boolean[], token: ArnToken, right: readonly ArnToken[]): boolean[] {
  const next = reachable.map(() => false);
  if (isRun(token)) {
    // The left's run takes nothing, or whatever the right has next.
    let running = false;
    for (let index = 0; index < next.length; index++) {
      running = reachable[index] === true || (running && admits(token, right[index - 1] ?? ""));
      next[index] = running;
    }
    return next;
  }
  right.forEach((other, index) => {
    if (reachable[index] !== true) return;
    if (isRun(other)) next[index] ||= admits(other, token);
    else if (meets(token, other)) next[index + 1] = true;
  });
  return next;
}

function isRun(token: ArnToken): token is { readonly run: Run } {
  return typeof token === "object" && "run" in token;
}

/** Whether a run can take in a token of the other side. */
function admits({ run }: { readonly run: Run }, token: ArnToken): boolean {
  return run.without === undefined || token !== run.without;
}

function meets(token: ArnToken, other: ArnToken): boolean {
  return typeof token === "object" || typeof other === "object" || token === other;
}
