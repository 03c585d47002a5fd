import { ComponentProvider, getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import * as door from "../index";
import type { ComponentResourceOptions, Inputs } from "@pulumi/pulumi";
import type { ConstructResult, Provider } from "@pulumi/pulumi/provider";

/** The part of Pulumi's package schema that constructing needs. */
interface PackageSchema {
  resources: Record<string, { properties: Record<string, unknown> }>;
}

/**
 * Makes the library's components for programs in every Pulumi language. It serves a schema that was made beforehand:
 * Pulumi's own host analyses the sources when it starts, for which a user's machine has no TypeScript that can read them.
 */
export class PackagedComponents implements Provider {
  readonly schema: string;
  readonly #resources: PackageSchema["resources"];
  readonly #components = new Map(getPulumiComponents(door).map((component) => [component.name, component]));

  /** @param schema Without its version, which is that of the package. */
  constructor(
    readonly version: string,
    schema: string,
  ) {
    const parsed = JSON.parse(schema) as PackageSchema;
    this.schema = JSON.stringify({ ...parsed, version });
    this.#resources = parsed.resources;
  }

  /** @throws Error for a type that this package does not have. */
  construct(name: string, type: string, inputs: Inputs, options: ComponentResourceOptions): Promise<ConstructResult> {
    ComponentProvider.validateResourceType("entra-aws", type);
    const component = this.#components.get(type.slice(type.lastIndexOf(":") + 1));
    const definition = Object.hasOwn(this.#resources, type) ? this.#resources[type] : undefined;
    if (component === undefined || definition === undefined) {
      throw new Error(`entra-aws has no component ${type}; it has ${Object.keys(this.#resources).join(", ")}.`);
    }
    const instance = new component(name, inputs, options);
    const outputs = Object.keys(definition.properties).map((key) => [key, Reflect.get(instance, key) as unknown]);
    return Promise.resolve({ urn: instance.urn, state: Object.fromEntries(outputs) as Inputs });
  }
}
