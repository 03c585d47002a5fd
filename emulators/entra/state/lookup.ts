import { refusal } from "./errors";

/** The object of that id, or Graph's 404. Ids are compared as Graph does: letter case does not count. */
export function get<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const found = find(items, id);
  if (!found) throw refusal("notFound", { id });
  return found;
}

export function find<Item extends { id: string }>(items: readonly Item[], id: string): Item | undefined {
  return items.find((item) => isSameId(item.id, id));
}

export function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Takes the object of that id out of the list and returns it, or throws Graph's 404. */
export function take<Item extends { id: string }>(items: Item[], id: string): Item {
  const found = get(items, id);
  items.splice(items.indexOf(found), 1);
  return found;
}
