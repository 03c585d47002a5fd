/**
 * A property as a rule sees it. A value that only the cloud can tell is `unknown` while the change is a preview; the
 * type makes every rule say what it does then, so that no rule passes what it could not read.
 */
export type Reading =
  | { readonly kind: "known"; readonly value: unknown }
  | { readonly kind: "absent" }
  | {
      readonly kind: "unknown";
      /** Path of the first part that is not known. */
      readonly property: string;
      /** Of a list, each of its parts read by itself, where whoever reads can tell them apart. */
      readonly parts?: readonly Reading[];
    };

/** A resource of the stack, whether it comes from a preview, an update or a state file. */
export interface StackResource {
  readonly urn: string;
  /** Pulumi's type token, such as `azuread:index/group:Group`. */
  readonly type: string;
  /** The logical name, which is not the name that the cloud shows. */
  readonly name: string;
  /** URNs of the resources that a property was computed from, known even where the value is not. */
  readonly propertyDependencies: ReadonlyMap<string, readonly string[]>;
  /**
   * Reads one property, whole; a reading is unknown as soon as any part of it is.
   *
   * Secrets are read in clear: a rule never repeats a value that may be one.
   */
  read(property: string): Reading;
}
