import { error, type Problem, shown, withoutControls } from "#core/problems";
import { entraLimits } from "./entra-limits";

/** What is wrong with a display name of an application, group, policy or user. */
export function displayNameProblems(name: string, property: string): Problem[] {
  const given = shown(name);
  if (name.trim() === "" || name !== name.trim()) {
    const expected = "text that is not empty, without spaces around";
    return [error({ code: "display-name-blank", property, given, expected })];
  }
  if (name.length > entraLimits.displayName) {
    const expected = `at most ${entraLimits.displayName} characters (this has ${name.length})`;
    return [error({ code: "display-name-too-long", property, given, expected })];
  }
  if (withoutControls(name) === name) return [];
  return [error({ code: "display-name-characters", property, given, expected: "no control characters" })];
}

/** What is wrong with an id of a tenant or object: Entra's are UUIDs. */
export function objectIdProblems(id: string, property: string): Problem[] {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return [];
  const remedy = id.startsWith("/") ? "give the objectId, not the id, which is a path" : undefined;
  return [error({ code: "object-id-malformed", property, given: shown(id), expected: "a UUID", remedy })];
}
