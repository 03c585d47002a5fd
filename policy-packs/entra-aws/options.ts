/**
 * How the rules of a pack are set. Beside the names below it has, by a rule's id, a level or an object with `level` and
 * the rule's options.
 */
export interface PolicyPackConfiguration {
  /** The level of every rule that has none of its own here: `mandatory`, `advisory` or `disabled`. */
  readonly all?: string;
  /** The level of what cannot be determined at preview: `advisory` or `mandatory`. @default advisory */
  readonly undetermined?: string;
  /** What the stack is there for, so that what is missing from it can be a finding: `account`, `tenant`, `monitoring`. */
  readonly scopes?: readonly string[];
  /** Path of the file of waivers, from the pack's folder. @default none */
  readonly waivers?: string;
  readonly [rule: string]: unknown;
}

export interface PolicyPackOptions {
  /** @default entra-aws */
  readonly name?: string;
  /** What the policy configuration of a run says of the same name wins. @default every rule by its own defaults */
  readonly configuration?: PolicyPackConfiguration;
}
