import type { PolicyDocument } from "#core/aws/policy";

/** The kinds of policy, in AWS's own words for them in a denial. */
export type PolicyKind =
  | "service control policy"
  | "resource-based policy"
  | "identity-based policy"
  | "permissions boundary"
  | "session policy"
  | "role trust policy";

/** A document with the name under which a decision mentions it. */
export interface SourcedPolicy {
  /** A policy's ARN, or for instance `inline:<name>`. */
  readonly id: string;
  readonly document: PolicyDocument | "unknown";
}

/** Every policy that has a say in one request. An absent or empty kind has none, except `identity`. */
export interface PolicySet {
  /** Service control policies, one list a level from the root to the account; each level has to allow. */
  readonly organisation?: readonly (readonly SourcedPolicy[])[];
  readonly boundary?: readonly SourcedPolicy[];
  readonly session?: readonly SourcedPolicy[];
  readonly identity: readonly SourcedPolicy[];
  readonly resource?: readonly SourcedPolicy[];
}

export interface StatementReference {
  readonly kind: PolicyKind;
  readonly policy: string;
  /** Position in the document's `Statement`, from 0. */
  readonly statement: number;
  readonly sid?: string;
}

/** What a decision hangs on: a document that nobody has read, or condition keys that nobody knows. */
export type Open =
  | { readonly on: "document"; readonly kind: PolicyKind; readonly policy: string }
  | ({
      readonly on: "keys";
      readonly effect: "Allow" | "Deny";
      readonly keys: readonly string[];
    } & StatementReference);

export interface Allowed {
  readonly decision: "allow";
  readonly by: readonly StatementReference[];
}

export interface Denied {
  readonly decision: "deny";
  /** `explicit`: a Deny statement, named in `by`. `implicit`: no policy of `kind` allows it, and `by` is empty. */
  readonly reason: "explicit" | "implicit";
  readonly kind: PolicyKind;
  readonly by: readonly StatementReference[];
}

export interface Undetermined {
  readonly decision: "undetermined";
  readonly open: readonly Open[];
}

export type Decision = Allowed | Denied | Undetermined;
