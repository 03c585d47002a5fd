import type { Inputs, Known, Outputs, PreviewInputs } from "./property-value";
import type { InvokeSchema, ProviderSchema, ResourceSchema } from "./schema";

type Promised<T> = T | Promise<T>;

/** A property that is refused at check, with the reason a person reads. */
export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

/** What a cloud holds of a resource; `inputs` are those that would declare it. */
export interface ReadResult {
  readonly id: string;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
}

/** One resource type: a generated schema, hand-written tables, and four functions. */
export interface ResourceFace<Cloud> {
  readonly schema: ResourceSchema;

  /** The inputs that the emulated cloud acts on; any other input of the schema is refused at check. */
  readonly modelled: readonly string[];

  /** Inputs whose change replaces the resource. Top-level names, or dotted paths such as `identities.type`. */
  readonly replaceOnChange: readonly string[];

  /** Blocks that replace the resource when they come or go as a whole, and not when they change inside. @default none */
  readonly replaceOnPresence?: readonly string[];

  /** Where {@link replaceOnChange} and {@link replaceOnPresence} are known from: file of the genuine provider, or a recorded run. */
  readonly replaceSource: string;

  /** @default false; a replacement whose given name stays the same is deleted first in any case */
  readonly deleteBeforeReplace?: boolean;

  /** Outputs that only the cloud can tell, unknown until the resource is created. */
  readonly computed: readonly string[];

  /** Inputs that the cloud chooses when they are absent; leaving one out later changes nothing. @default none */
  readonly optionalComputed?: readonly string[];

  /** Outputs that the cloud tells anew when the named inputs change. @default none */
  readonly recomputed?: (changed: ReadonlySet<string>) => readonly string[];

  /** Inputs that the cloud never gives back, such as a password; a refresh keeps the known value. @default none */
  readonly writeOnly?: readonly string[];

  /** Inputs, as dotted paths without list indices, whose order has no meaning. @default none */
  readonly sets?: readonly string[];

  /** String inputs that also take an object, are handed on as JSON, and are compared as JSON. @default none */
  readonly jsonDocuments?: readonly string[];

  /** Inputs for which a difference in writing is none, such as equal documents. @default plain equality */
  readonly equivalent?: Readonly<Record<string, (old: Known, now: Known) => boolean>>;

  /** The property that gets `<logical name>-<7 hex digits>` when it is not given. @default none */
  readonly autoName?: { readonly property: string; readonly maxLength: number; readonly unless?: readonly string[] };

  /** What the genuine provider fills in at check. */
  readonly defaults?: (inputs: PreviewInputs) => PreviewInputs;

  /** Validators that the genuine provider has at preview; parts can be unknown. */
  readonly checks?: (inputs: PreviewInputs) => readonly CheckFailure[];

  /** Returns the id and what the cloud tells; given inputs need no repetition. */
  create(cloud: Cloud, inputs: Inputs): Promised<{ readonly id: string; readonly outputs: Outputs }>;

  /** Serves refresh and import; `undefined` when the cloud does not have it. */
  read(cloud: Cloud, id: string): Promised<ReadResult | undefined>;

  update(cloud: Cloud, id: string, news: Inputs, olds: Outputs): Promised<Outputs>;

  delete(cloud: Cloud, id: string, olds: Outputs): Promised<void>;
}

/** One function of a provider. */
export interface InvokeFace<Cloud> {
  readonly schema: InvokeSchema;
  readonly modelled: readonly string[];
  invoke(cloud: Cloud, args: Inputs): Promised<Outputs>;
}

/** A provider as the engine sees it. */
export interface ProviderFace<Cloud> {
  readonly name: "aws" | "azuread";

  /** Configuration keys, version and name come from here. */
  readonly schema: ProviderSchema;

  /** The configuration keys that the emulated cloud acts on. */
  readonly modelledConfiguration: readonly string[];

  /**
   * The configuration keys that only say how the real cloud is reached and who deploys: taken, and without effect here.
   * Any key that is in neither list is refused.
   */
  readonly acceptedConfiguration: readonly string[];

  /** Finds the cloud that a provider instance means; lists and objects arrive decoded. @throws to refuse it */
  configure(config: Inputs): Promised<Cloud>;

  readonly resources: readonly ResourceFace<Cloud>[];
  readonly invokes: readonly InvokeFace<Cloud>[];
}
