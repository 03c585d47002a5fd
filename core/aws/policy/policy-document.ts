/** An IAM policy in the one form that this code works with: what AWS lets be one or many is always a list. */
export interface PolicyDocument {
  /** Without it AWS assumes the older one, in which `${…}` is plain text. */
  Version: "2012-10-17" | "2008-10-17";
  Id?: string;
  Statement: readonly Statement[];
}

export interface Statement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Principal?: Principal;
  NotPrincipal?: Principal;
  Action?: readonly string[];
  NotAction?: readonly string[];
  Resource?: readonly string[];
  NotResource?: readonly string[];
  Condition?: Condition;
}

/** Everybody, or lists by kind of principal. */
export type Principal = "*" | Readonly<Partial<Record<PrincipalKind, readonly string[]>>>;

export type PrincipalKind = "AWS" | "Federated" | "Service" | "CanonicalUser";

/** Operator, then condition key, then the values of which one must fit. */
export type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
