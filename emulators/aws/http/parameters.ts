import { refusal } from "../state/refusals";
import type { Parameters } from "./operation";

interface Length {
  readonly min: number;
  readonly max: number;
}

/** A parameter that the operation cannot do without. @throws ValidationError */
export function requiredParameter(parameters: Parameters, name: string, { min, max }: Length): string {
  const member = memberName(name);
  const value = parameters.get(name);
  if (value === undefined) throw refusal("missingMember", { member });
  if (value.length < min) throw refusal("tooShort", { value: shown(value), member, limit: min });
  if (value.length > max) throw refusal("tooLong", { value: shown(value), member, limit: max });
  return value;
}

/** A whole number within limits, or nothing when it was not sent. @throws ValidationError */
export function numberParameter(parameters: Parameters, name: string, { min, max }: Length): number | undefined {
  const member = memberName(name);
  const value = parameters.get(name);
  if (value === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(value)) {
    throw refusal("wrongCharacters", { value: shown(value), member, pattern: "[0-9]+" });
  }
  if (Number(value) < min) throw refusal("tooSmall", { value, member, limit: min });
  if (Number(value) > max) throw refusal("tooLarge", { value, member, limit: max });
  return Number(value);
}

function memberName(parameter: string): string {
  return parameter.charAt(0).toLowerCase() + parameter.slice(1);
}

/** Long values, such as documents and assertions, are not sent back. */
function shown(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}
