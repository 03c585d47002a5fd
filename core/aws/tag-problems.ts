import { error, type Problem, shown } from "#core/problems";
import { iamLimits } from "./iam-limits";

// Source: IAM user guide, “Rules for tagging in IAM and AWS STS”.
const characters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags of an IAM role, user, policy or provider. Keys that differ only in case are one key to IAM. */
export function tagProblems(tags: Readonly<Record<string, string>>, property: string): Problem[] {
  const entries = Object.entries(tags);
  const problems = entries.flatMap(([key, value]) => [
    ...keyProblems(key, `${property}.${key}`),
    ...textProblems("value", value, iamLimits.tagValue, `${property}.${key}`),
  ]);
  if (entries.length > iamLimits.tags) {
    const expected = `at most ${iamLimits.tags}`;
    problems.push(error({ code: "tags-too-many", property, given: `${entries.length} tags`, expected }));
  }
  const keys = entries.map(([key]) => key.toLowerCase());
  for (const [key] of entries.filter((_, at) => keys.indexOf(keys[at] ?? "") !== at)) {
    const expected = "keys that differ in more than capitals";
    problems.push(error({ code: "tag-keys-collide", property: `${property}.${key}`, given: shown(key), expected }));
  }
  return problems;
}

function keyProblems(key: string, property: string): Problem[] {
  if (key === "") return [error({ code: "tag-key-empty", property, given: shown(key), expected: "a key" })];
  if (/^aws:/i.test(key)) {
    const expected = "a key that does not begin with aws:, which is AWS's own";
    return [error({ code: "tag-key-reserved", property, given: shown(key), expected })];
  }
  return textProblems("key", key, iamLimits.tagKey, property);
}

function textProblems(part: "key" | "value", text: string, longest: number, property: string): Problem[] {
  const given = shown(text);
  if (text.length > longest) {
    const expected = `at most ${longest} characters (this has ${text.length})`;
    return [error({ code: `tag-${part}-too-long`, property, given, expected })];
  }
  if (characters.test(text)) return [];
  const expected = "letters, digits, spaces and _.:/=+-@";
  return [error({ code: `tag-${part}-characters`, property, given, expected })];
}
