/** What one place of a glob takes: a character of its own, or any of a kind. */
type Token =
  | { readonly takes: "character"; readonly character: string }
  | { readonly takes: "one" | "run" | "part" | "partCharacter" };

/**
 * A set of texts. `part` is a run without a colon, as one component of an ARN; by which the ARNs that a
 * service documents for its resources differ from IAM's own patterns.
 */
export type Glob = readonly Token[];

const run: Token = { takes: "run" };
const one: Token = { takes: "one" };
const part: Token = { takes: "part" };
const partCharacter: Token = { takes: "partCharacter" };

/** All texts. */
export const anyText: Glob = [run];

/** A glob of one text. */
export function literalGlob(text: string): Glob {
  return Array.from(text, (character) => ({ takes: "character", character }) as const);
}

/** `*` is any run, `?` any one character. */
export function globOf(pattern: string): Glob {
  return Array.from(pattern, (character) =>
    character === "*" || character === "?" ? wildcard(character, false) : { takes: "character", character },
  );
}

/** @param isPart whether it ends at a colon */
export function wildcard(character: "*" | "?", isPart: boolean): Token {
  if (character === "*") return isPart ? part : run;
  return isPart ? partCharacter : one;
}

/** Where a principal's own resources are, as far as that is known. */
export interface OwnArns {
  readonly partition?: string;
  readonly account?: string;
}

const placeholder = /\$\{[^}]*\}/g;

/**
 * The ARNs of a resource type as AWS documents it, such as `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}`.
 * From the first placeholder of a name on anything goes: policies shorten what follows it.
 *
 * @param own - the only partition and account that count. @default any
 */
export function arnGlob(documented: string, own: OwnArns = {}): Glob {
  const glob: Token[] = [];
  let end = 0;
  for (const match of documented.matchAll(placeholder)) {
    glob.push(...globOf(documented.slice(end, match.index)));
    end = match.index + match[0].length;
    const component = documented.slice(0, match.index).split(":").length - 1;
    const named = component === 1 ? own.partition : component === 4 ? own.account : undefined;
    if (named !== undefined) glob.push(...literalGlob(named));
    else if (component < 5) glob.push(...(component === 4 ? accountOf(documented) : [part]));
    else return [...glob, ...nameOf(documented)];
  }
  return [...glob, ...globOf(documented.slice(end))];
}

/** Only of IAM's own ARNs is it sure that none lacks an account. */
function accountOf(documented: string): Glob {
  return isOfIam(documented) ? [partCharacter, part] : [part];
}

/** IAM's names have no colon; others go on with a version or an alias. */
function nameOf(documented: string): Glob {
  return isOfIam(documented) ? [partCharacter, part] : [one, run];
}

function isOfIam(documented: string): boolean {
  return documented.split(":")[2] === "iam";
}

/** Whether the token stays where it is when it takes a character. */
export function repeats(token: Token): boolean {
  return token.takes === "run" || token.takes === "part";
}

export function takes(token: Token, character: string): boolean {
  if (token.takes === "character") return token.character === character;
  return token.takes === "run" || token.takes === "one" || character !== ":";
}

/** A text of the glob that is likely in no other. */
export function sampleOf(glob: Glob): string {
  return glob
    .map((token) => (token.takes === "character" ? token.character : token.takes === "one" ? "x" : "x1"))
    .join("");
}
