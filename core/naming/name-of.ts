import { type NameKind, type NameValues, type NamingConvention, patternOf } from "./naming-convention";
import { partsOf } from "./pattern";

/**
 * The name of one thing: `nameOf("group", { account: "Account1", role: "Developer" })` is `AWS-Account1-Developers`.
 *
 * Values are put in as they are; a value that contains braces is never expanded again.
 *
 * @throws RangeError when the pattern is not valid (`namingProblems` says so beforehand) or wants a value that is not given.
 */
export function nameOf(kind: NameKind, values: NameValues, overrides?: Partial<NamingConvention>): string {
  const pattern = patternOf(kind, overrides);
  return partsOf(pattern)
    .map((part) => {
      if ("literal" in part) return part.literal;
      const value = values[part.placeholder];
      if (value === undefined)
        throw new RangeError(`the name of the ${kind} ("${pattern}") needs {${part.placeholder}}`);
      return value;
    })
    .join("");
}
