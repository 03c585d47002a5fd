import { type StackPlace, pulumiOutput } from "../stack/pulumi-in-folder";

/** A resource in a stack's state, as `pulumi stack export` writes it; members that are not read here stay in it. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  /** Whether a provider made it; components are not custom. */
  readonly custom: boolean;
  readonly id?: string;
  /** Secrets in it are objects with a cipher text. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** `<urn>::<id>` of the provider's own resource. */
  readonly provider?: string;
  readonly parent?: string;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
  readonly deletedWith?: string;
  /** Whether it only waits for being deleted, since another has taken its place. */
  readonly delete?: boolean;
  /** Whether it was deleted and its replacement is still to come. */
  readonly pendingReplacement?: boolean;
  /** Whether the engine reads it from the cloud before it goes on. */
  readonly refreshBeforeUpdate?: boolean;
  readonly created?: string;
}

/** What the engine had begun when it was interrupted. */
export interface PendingOperation {
  readonly type: "creating" | "updating" | "deleting" | "reading" | "importing";
  readonly resource: StateResource;
}

/** A stack's state, source: apitype.DeploymentV3 in pulumi's sdk/go/common/apitype/core.go. */
export interface Deployment {
  readonly manifest: { readonly time: string };
  readonly resources?: readonly StateResource[];
  readonly pending_operations?: readonly PendingOperation[];
}

/** The document around it. */
export interface ExportedStack {
  readonly version: number;
  readonly deployment: Deployment;
}

/** @throws EngineRefused */
export async function exportStack(place: StackPlace): Promise<ExportedStack> {
  return JSON.parse(await pulumiOutput(place, { args: ["stack", "export"] })) as ExportedStack;
}

/** Replaces a stack's state; the engine drops all pending operations with it. @throws EngineRefused, as while it is locked */
export async function importStack(place: StackPlace, stack: ExportedStack): Promise<void> {
  await pulumiOutput(place, { args: ["stack", "import"], input: JSON.stringify(stack) });
}

/** The last part of a URN, which the program chose. */
export function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
