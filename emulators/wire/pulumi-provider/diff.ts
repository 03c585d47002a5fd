import { changesBetween, type Change, type ChangeKind, mapChanges } from "./changes";
import { filledIn, withoutDefaultNames } from "./default-names";
import type { ResourceFace } from "./face";
import { sameJson } from "./json-document";
import { containsUnknown, type Known, type PreviewInputs, type Value } from "./property-value";
import { concerns, formatPath, isWithin, parsePath, type PropertyPath, tableName } from "./property-path";

export interface DiffInput {
  /** The outputs of the last deployment or refresh. */
  readonly state: PreviewInputs;
  readonly oldInputs: PreviewInputs;
  readonly news: PreviewInputs;
  readonly ignoreChanges: readonly string[];
}

export interface DetailedChange {
  readonly path: string;
  readonly property: string;
  readonly kind: ChangeKind;
  readonly replaces: boolean;
}

export interface DiffResult {
  readonly changes: readonly DetailedChange[];
  readonly deleteBeforeReplace: boolean;
}

/** What an update would change, and whether it takes a new resource. */
export function diffInputs<Cloud>(face: ResourceFace<Cloud>, input: DiffInput): DiffResult {
  const ignored = input.ignoreChanges.map(parsePath);
  const olds = comparedWith(face, input);
  const news = withoutDefaultNames(input.news);
  const changes = [...new Set([...Object.keys(olds), ...Object.keys(news)])]
    .flatMap((property) => propertyChanges(face, property, olds[property], news[property]))
    .filter(({ path }) => !ignored.some((root) => isWithin(path, root)))
    .map(({ path, kind }) => ({
      path: formatPath(path),
      property: String(path[0]),
      kind,
      replaces: isReplacing(face, path, kind),
    }));
  const replaced = changes.some(({ replaces }) => replaces);
  return { changes, deleteBeforeReplace: replaced && mustBeDeletedFirst(face, olds, input.news) };
}

function isReplacing<Cloud>(face: ResourceFace<Cloud>, path: PropertyPath, kind: ChangeKind): boolean {
  const name = tableName(path);
  if (face.replaceOnChange.some((entry) => concerns(entry, name))) return true;
  return kind !== "update" && face.replaceOnPresence?.includes(name) === true;
}

/**
 * The old inputs, and what the cloud holds for inputs that were not given before: setting what is already so changes
 * nothing.
 */
function comparedWith<Cloud>(face: ResourceFace<Cloud>, input: DiffInput): Record<string, Value> {
  const given = withoutDefaultNames(input.oldInputs);
  const held = Object.entries(input.state).filter(
    ([property]) => property in input.news && Object.hasOwn(face.schema.inputs, property),
  );
  return { ...Object.fromEntries(held), ...given };
}

/** The places where one input differs, as far as the face sees a difference. */
export function propertyChanges<Cloud>(
  face: ResourceFace<Cloud>,
  property: string,
  old: Value | undefined,
  now: Value | undefined,
): readonly Change[] {
  if (now === undefined && face.optionalComputed?.includes(property)) return [];
  if (isEquivalent(face, property, old, now)) return [];
  if (isMap(face, property)) return mapChanges(old, now, [property]);
  return changesBetween(old, now, [property], new Set(face.sets ?? []));
}

function isMap<Cloud>(face: ResourceFace<Cloud>, property: string): boolean {
  const type = Object.hasOwn(face.schema.inputs, property) ? face.schema.inputs[property]?.type : undefined;
  return typeof type === "object" && "map" in type;
}

function isEquivalent<Cloud>(
  face: ResourceFace<Cloud>,
  property: string,
  old: Value | undefined,
  now: Value | undefined,
): boolean {
  if (old === undefined || now === undefined || containsUnknown(old) || containsUnknown(now)) return false;
  if (face.jsonDocuments?.includes(property) && sameJson(old, now)) return true;
  const equivalent = face.equivalent;
  if (equivalent === undefined || !Object.hasOwn(equivalent, property)) return false;
  return equivalent[property]?.(old as Known, now as Known) ?? false;
}

/**
 * Two resources cannot bear one name: when the name was chosen by a person and stays, the old one goes first.
 *
 * Source: pulumi-terraform-bridge `pkg/tfbridge/schema.go`, `nameRequiresDeleteBeforeReplace`.
 */
function mustBeDeletedFirst<Cloud>(
  face: ResourceFace<Cloud>,
  olds: Readonly<Record<string, Value>>,
  news: PreviewInputs,
): boolean {
  if (face.deleteBeforeReplace) return true;
  if (face.autoName === undefined) return false;
  const { property } = face.autoName;
  const name = news[property];
  return name !== undefined && !filledIn(news).has(property) && name === olds[property];
}
