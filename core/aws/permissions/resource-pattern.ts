import { arnOutline, type ArnOutline } from "./arn-outline";
import { literalGlob, wildcard, type Glob } from "./glob";

/** One entry of `Resource` or `NotResource`. */
export interface ResourcePattern {
  /** As it was written. */
  readonly text: string;
  /** What it can be at most: a variable stands for anything. */
  readonly widest: Glob;
  /** What it is whoever calls; nothing where that hangs on a variable. */
  readonly surely: Glob | undefined;
  readonly outline: ArnOutline;
}

const variable = /\$\{[^}]*\}/g;
const masked = "\0";

/**
 * Reads an entry with its variables.
 *
 * Of an ARN with all its six components, wildcards in the first five stay in theirs: a name cannot hold what they would
 * have to run over. A variable that is one of these five (`arn:aws:iam::${aws:PrincipalAccount}:…`) names what is the
 * caller's own, as every ARN that the caller can use there.
 */
export function resourcePattern(text: string): ResourcePattern {
  // Variables may hold colons, and what is read here are the ARN's.
  const mask = text.includes("${") ? text.replace(variable, (whole) => masked.repeat(whole.length)) : text;
  const isWhole = mask.startsWith("arn:") && mask.split(":").length > 5;
  const glob: Glob[number][] = [];
  let hangsOnCaller = false;
  let component = 0;
  for (let at = 0; at < text.length; at++) {
    const character = mask[at] ?? "";
    const isPart = isWhole && component < 5;
    if (character === ":") component++;
    if (character !== masked) {
      glob.push(...(character === "*" || character === "?" ? [wildcard(character, isPart)] : literalGlob(character)));
      continue;
    }
    const [whole = ""] = /^\$\{[^}]*\}/.exec(text.slice(at)) ?? [];
    const isComponent = isPart && text[at - 1] === ":" && text[at + whole.length] === ":";
    at += Math.max(whole.length, 1) - 1;
    const escaped = /^\$\{([*?$])\}$/.exec(whole)?.[1];
    if (escaped !== undefined) glob.push(...literalGlob(escaped));
    else {
      glob.push(wildcard("*", isPart));
      hangsOnCaller ||= !isComponent;
    }
  }
  return { text, widest: glob, surely: hangsOnCaller ? undefined : glob, outline: arnOutline(mask, isWhole) };
}
