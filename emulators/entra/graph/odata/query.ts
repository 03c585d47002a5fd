import { refusal } from "../../state/errors";
import type { ByDefault, Entity } from "../route";
import { type Filter, parseFilter } from "./filter";

/** The query options of a request, read. */
export interface Query {
  filter?: Filter;
  select?: readonly string[];
  top: number;
  skip: number;
  isCounted: boolean;
}

const pageSize = { default: 100, max: 999 };

/** @throws Graph's 400 for an option that is not supported here, rather than ignore it */
export function readQuery(parameters: URLSearchParams): Query {
  const query: Query = { top: pageSize.default, skip: 0, isCounted: false };
  for (const [name, value] of parameters) {
    const read = options.get(name.startsWith("$") ? name : `$${name}`);
    if (!read) throw refusal("queryNotSupported", { reason: `Query option '${name}' is not supported.` });
    read(query, value);
  }
  return query;
}

// Looked up by what a request says, so it must not know inherited names.
const options = new Map<string, (query: Query, value: string) => void>([
  ["$count", (query, value) => void (query.isCounted = value === "true")],
  ["$filter", (query, value) => void (query.filter = parseFilter(value))],
  ["$select", (query, value) => void (query.select = value.split(",").map((name) => name.trim()))],
  ["$skiptoken", (query, value) => void (query.skip = readNumber(value, 0, Number.MAX_SAFE_INTEGER, "$skiptoken"))],
  ["$top", (query, value) => void (query.top = readNumber(value, 1, pageSize.max, "$top"))],
]);

function readNumber(value: string, min: number, max: number, name: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw refusal("queryNotSupported", { reason: `Invalid value '${value}' for ${name}: expected ${min}…${max}.` });
  }
  return number;
}

/** One page of a list, with `@odata.nextLink` where there is more. */
export function pageOf(
  items: readonly Entity[],
  query: Query,
  url: URL,
  byDefault?: ByDefault,
): Record<string, unknown> {
  const found = query.filter ? filtered(items, query.filter) : items;
  const end = query.skip + query.top;
  return {
    ...(query.isCounted && { "@odata.count": found.length }),
    ...(end < found.length && { "@odata.nextLink": nextLink(url, end) }),
    value: found.slice(query.skip, end).map((entity) => shown(entity, query.select, byDefault)),
  };
}

/** A property that no object has is not modelled: to filter by it would show all or nothing, whatever was asked. */
function filtered(items: readonly Entity[], filter: Filter): readonly Entity[] {
  const property = filter.properties.find((name) => !items.some((item) => Object.hasOwn(item, name)));
  if (items.length > 0 && property !== undefined) throw refusal("filterPropertyUnknown", { property });
  return items.filter(filter);
}

/** The named properties; `@odata.type` always. A name that the object does not have is passed over, as by Graph. */
export function shown(entity: Entity, select: readonly string[] | undefined, byDefault?: ByDefault): Entity {
  if (!select) return byDefault ? byDefault(entity) : entity;
  if (select.includes("*")) return entity;
  const names = new Set(["@odata.type", ...select]);
  return Object.fromEntries(Object.entries(entity).filter(([name]) => names.has(name)));
}

function nextLink(url: URL, skip: number): string {
  const next = new URL(url);
  next.searchParams.set("$skiptoken", String(skip));
  return next.href;
}
