import * as pulumi from "@pulumi/pulumi";
import { error, shown } from "#core/problems";
import { isPlain } from "./refusal";
import type { Problem } from "../core/problems";

/** How a kind of thing stands in a stack's state. */
interface Held {
  /** Type of the resource → the output that is its id for us. */
  readonly types: Readonly<Record<string, string>>;
  /** What a component of ours adds to its own name for it, where the component's other children belong to it as well. */
  readonly suffix?: string;
}

/** Everything that an argument may name, by what it is. */
const kinds = {
  application: {
    types: {
      "azuread:index/application:Application": "objectId",
      "azuread:index/applicationFromTemplate:ApplicationFromTemplate": "applicationObjectId",
    },
    suffix: "-application",
  },
  group: { types: { "azuread:index/group:Group": "objectId" } },
  iamUser: { types: { "aws:iam/user:User": "arn" } },
  /** By the service principal whose roles it imports: before its first cycle nothing else tells of the import. */
  importJob: { types: { "azuread:index/synchronizationJob:SynchronizationJob": "servicePrincipalId" } },
  role: { types: { "aws:iam/role:Role": "arn" }, suffix: "-role" },
  samlProvider: { types: { "aws:iam/samlProvider:SamlProvider": "arn" } },
  user: { types: { "azuread:index/user:User": "objectId" } },
} as const satisfies Record<string, Held>;

/** What can be there already. */
export type ExistingKind = keyof typeof kinds;

/** URN → what the last deployment left in the state. */
type State = Readonly<Record<string, { type?: string; outputs?: Readonly<Record<string, unknown>> }>>;

/**
 * The URN by which this very stack holds a thing: itself, or the component of ours that made it with all that belongs to
 * it. Nothing where the stack does not hold it, and for an id that is an output: what makes it is in the program still.
 */
export function holderOf(kind: ExistingKind, id: pulumi.Input<string>): pulumi.Output<string | undefined> {
  return pulumi.output(isPlain(id) ? holderInStack(kind, id) : undefined);
}

/** The same for an id that is known, before anything is registered. */
export async function holderInStack(kind: ExistingKind, id: string): Promise<string | undefined> {
  return findHolder(kind, id, await stateOfStack());
}

/**
 * Why a thing of the stack's own cannot be taken as one that is there already: what makes it leaves the program by that,
 * and the engine would delete it.
 */
export function heldByStackProblems(holder: string | undefined, id: string, property: string): Problem[] {
  if (holder === undefined) return [];
  const move = `pulumi state move --source ${pulumi.getStack()} --dest handed-over ${quoted(holder)}`;
  return [
    error({
      code: "existing-thing-of-this-stack",
      property,
      given: `${shown(id)}, which this stack holds itself as ${holder}`,
      expected: "something that is not this stack's own: pulumi would delete it, as nothing in the program makes it",
      remedy: `leave ${property} out to keep it; to hand it over, move it to a stack that is never destroyed: pulumi stack init handed-over --no-select, then ${move}; if the program still makes it, give that resource's output instead of text`,
    }),
  ];
}

/** The holder in a state. Pure. */
export function findHolder(kind: ExistingKind, id: string, state: State): string | undefined {
  const { types, suffix }: Held = kinds[kind];
  const found = Object.entries(state).find(([, { type = "", outputs = {} }]) => {
    const held = Object.hasOwn(types, type) ? outputs[types[type] ?? ""] : undefined;
    return typeof held === "string" && held.toLowerCase() === id.toLowerCase();
  });
  const [urn] = found ?? [];
  if (urn === undefined || suffix === undefined || !urn.endsWith(suffix)) return urn;
  const component = urn.replace(/\$[^$]*?(::[^:]+)$/, "$1").slice(0, -suffix.length);
  return Object.hasOwn(state, component) ? component : urn;
}

// One deployment has one monitor, and one state to start from.
const states = new WeakMap<object, Promise<State>>();

function stateOfStack(): Promise<State> {
  const monitor: object = pulumi.runtime.getMonitor() ?? {};
  const state = states.get(monitor) ?? readState();
  states.set(monitor, state);
  return state;
}

/**
 * The engine's own lookup. Secrets among the outputs go no further than the process of the program that they are of.
 * Source: pulumi, pkg/resource/deploy/builtins.go.
 */
async function readState(): Promise<State> {
  const answer: unknown = await pulumi.runtime.invoke("pulumi:pulumi:readStackResourceOutputs", {
    stackName: nameOfStack(),
  });
  return (answer as { outputs?: State } | undefined)?.outputs ?? {};
}

/** In full, since a short name is looked for in the default organization; a program's own tests may have none. */
function nameOfStack(): string {
  try {
    return `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;
  } catch {
    return pulumi.getStack();
  }
}

/** For a shell, which takes the `$` of a URN for a variable; what is no plain URN is not put into a command. */
function quoted(urn: string): string {
  return /^[\w.:$@/+=,-]+$/.test(urn) ? `'${urn}'` : "'<that URN>'";
}
