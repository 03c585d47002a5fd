import { refusal } from "../../state/errors";
import type { Entity } from "../route";

/** The one entity whose property has that value, letter case aside, or Graph's 404. */
export function one(entities: readonly Entity[], property: string, wanted: string | undefined): Entity {
  const found = entities.find((entity) => {
    const value = entity[property];
    return typeof value === "string" && value.toLowerCase() === wanted?.toLowerCase();
  });
  if (!found) throw refusal("notFound", { id: wanted ?? "" });
  return found;
}
