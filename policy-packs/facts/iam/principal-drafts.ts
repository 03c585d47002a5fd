import { principalTypes, type Attachment } from "./attachments";
import type { PolicyOfPrincipal, PrincipalKind } from "./principal-fact";
import type { StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";

/** A principal while its policies are being collected. */
export interface PrincipalDraft {
  readonly resource: StackResource;
  readonly kind: PrincipalKind;
  readonly name: string | undefined;
  readonly declared: boolean;
  readonly policies: PolicyOfPrincipal[];
  boundary: PolicyOfPrincipal | undefined;
}

export interface PrincipalDrafts {
  readonly all: readonly PrincipalDraft[];
  /** The principals that a property names, those of other stacks included. */
  heldBy(resource: StackResource, holder: Pick<Attachment, "kind" | "holder">): readonly PrincipalDraft[];
}

/** Begins with the stack's own principals; those of elsewhere are added as something names them. */
export function principalDrafts(stack: StackFacts): PrincipalDrafts {
  const all = ownDrafts(stack);
  const byResource = new Map(all.map((draft) => [draft.resource, draft]));
  const strangers = new Map<string, PrincipalDraft>();

  const stranger = (key: string, resource: StackResource, kind: PrincipalKind, name?: string): PrincipalDraft => {
    const known = strangers.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    const draft = begun({ resource, kind, name, declared: false });
    strangers.set(`${kind} ${key}`, draft);
    all.push(draft);
    return draft;
  };

  return {
    all,
    heldBy(resource, { kind, holder }) {
      const { type, key } = principalTypes[kind];
      const own = stack.targets(resource, holder, type, key);
      const drafts = own.flatMap((target) => byResource.get(target) ?? []);
      const reading = resource.read(holder);
      if (reading.kind === "absent") return drafts;
      if (reading.kind === "unknown") {
        const sources = resource.propertyDependencies.get(holder)?.join(" ") ?? "";
        return own.length > 0 ? drafts : [stranger(sources || resource.urn, resource, kind)];
      }
      return [...drafts, ...strangersIn(reading.value, own, key).map((name) => stranger(name, resource, kind, name))];
    },
  };
}

/** The names in a property that none of the stack's own principals has. */
function strangersIn(value: unknown, own: readonly StackResource[], key: string): readonly string[] {
  if (!Array.isArray(value)) return typeof value === "string" && own.length === 0 ? [value] : [];
  const readings = own.map((target) => target.read(key));
  if (readings.some((reading) => reading.kind !== "known")) return [];
  const known = new Set(readings.map((reading) => reading.kind === "known" && reading.value));
  return value.filter((name): name is string => typeof name === "string" && !known.has(name));
}

function ownDrafts(stack: StackFacts): PrincipalDraft[] {
  const kinds = Object.keys(principalTypes) as PrincipalKind[];
  return kinds.flatMap((kind) =>
    stack
      .ofType(principalTypes[kind].type)
      .map((resource) => begun({ resource, kind, name: nameOf(resource), declared: true })),
  );
}

function begun(principal: Pick<PrincipalDraft, "resource" | "kind" | "name" | "declared">): PrincipalDraft {
  return { ...principal, policies: [], boundary: undefined };
}

function nameOf(resource: StackResource): string | undefined {
  const reading = resource.read("name");
  return reading.kind === "known" && typeof reading.value === "string" ? reading.value : undefined;
}
