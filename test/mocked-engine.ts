import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";

/** What stands for a value that a preview does not know. */
export const unknown = "«unknown»";

/** A secret, as it was sent to the engine. */
export interface Secret {
  secret: unknown;
}

/** One resource as a program registered it. */
export interface Registered {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** Name of the parent; `undefined` for what stands under the stack. */
  parent: string | undefined;
  /** Name of the provider; `undefined` for the default one, and for components. */
  provider: string | undefined;
  /** Names of what has to be there before, sorted. */
  dependencies: string[];
  retainOnDelete: boolean;
  deleteBeforeReplace: boolean;
  ignoreChanges: string[];
}

/** What the clouds would add to the inputs of a type, by token. */
export type Invented = Record<string, (name: string, inputs: Record<string, unknown>) => Record<string, unknown>>;

export interface MockedEngine {
  /** In a preview nothing is created: ids and what clouds invent stay unknown. @default false */
  preview?: boolean;
  invented?: Invented;
  /** Answers of invokes, by token. */
  answers?: Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>;
}

/** What the engine answers itself: the stack's last deployment left nothing. */
const ofEngine: NonNullable<MockedEngine["answers"]> = {
  "pulumi:pulumi:readStackResourceOutputs": () => ({ outputs: {} }),
};

/** Runs a program against Pulumi's mocks and hands back everything that it registered, by name: arrival has no order. */
export async function registrations(program: () => unknown, engine: MockedEngine = {}): Promise<Registered[]> {
  const { preview = false, invented = {}, answers = {} } = engine;
  const registered: Registered[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }: pulumi.runtime.MockResourceArgs) => ({
        id: preview ? undefined : `${name}-id`,
        state: { ...(inputs as Record<string, unknown>), ...(preview ? {} : invented[type]?.(name, inputs as never)) },
      }),
      call: ({ token, inputs }: pulumi.runtime.MockCallArgs) => {
        const answer = { ...ofEngine, ...answers }[token];
        if (answer === undefined) throw new Error(`nobody answers ${token}`);
        return answer(inputs as Record<string, unknown>);
      },
    },
    "project",
    "stack",
    preview,
  );
  recordRequests(registered);
  await program();
  await pulumi.runtime.disconnect();
  return registered.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The value of an output; `unknown` if it is not known. */
export async function valueOf(output: pulumi.Output<unknown>): Promise<unknown> {
  const { value, isKnown } = await inspected(output);
  return isKnown ? value : unknown;
}

/** Whether an output is secret. */
export async function isSecret(output: pulumi.Output<unknown>): Promise<boolean> {
  return (await inspected(output)).isSecret;
}

interface InspectedOutput {
  promise(): Promise<unknown>;
  isKnown: Promise<boolean>;
  isSecret: Promise<boolean>;
}

async function inspected(output: pulumi.Output<unknown>) {
  const inner = output as unknown as InspectedOutput;
  return { value: await inner.promise(), isKnown: await inner.isKnown, isSecret: await inner.isSecret };
}

// The mocks hand on neither parent nor options; the request that reaches them has both.
function recordRequests(registered: Registered[]): void {
  const monitor = pulumi.runtime.getMonitor() as unknown as {
    registerResource: (request: RegisterResourceRequest, ...rest: unknown[]) => Promise<void>;
  };
  const original = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, ...rest) => {
    registered.push(registeredBy(request));
    return original(request, ...rest);
  };
}

function registeredBy(request: RegisterResourceRequest): Registered {
  return {
    type: request.getType(),
    name: request.getName(),
    inputs: readable(request.getObject()?.toJavaScript() ?? {}) as Record<string, unknown>,
    parent: request.getParent() === "" ? undefined : nameIn(request.getParent()),
    provider: request.getProvider() === "" ? undefined : request.getProvider().split("::").at(-2),
    dependencies: request.getDependenciesList().map(nameIn).sort(),
    retainOnDelete: request.getRetainondelete() === true,
    deleteBeforeReplace: request.getDeletebeforereplace(),
    ignoreChanges: request.getIgnorechangesList(),
  };
}

function nameIn(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

const unknownSentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const signature = "4dabf18193072939515e22adb298388d";

function readable(value: unknown): unknown {
  if (value === unknownSentinel) return unknown;
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  if (signature in value) return { secret: readable((value as unknown as { value: unknown }).value) } satisfies Secret;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, readable(entry)]));
}
