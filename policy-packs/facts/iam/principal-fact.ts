import type { DocumentFact } from "./policy-documents";
import type { StackResource } from "../stack-resource";
import type { PolicyDocument } from "#core/aws/policy";

export type PrincipalKind = "role" | "user" | "group" | "permission set";

/** A policy that a principal has, with where the stack gives it. */
export interface PolicyOfPrincipal {
  /** Where to look: the ARN, or resource and property as `developer-inline.policy`. */
  readonly id: string;
  /** `unknown` where the stack and we do not hold the document, and where it cannot be read. */
  readonly document: PolicyDocument | "unknown";
  /** What gives it: the inline policy, the attachment, or the principal's own resource. */
  readonly resource: StackResource;
  readonly property: string;
  /** The ARN of a managed policy, as far as it is known. */
  readonly arn?: string;
  /** Which policy it is, only the update tells. */
  readonly unnamed?: true;
  /** The name of the group that a user has the policy from. */
  readonly group?: string;
}

/** Who may be allowed something, with everything that the stack gives them. */
export interface PrincipalFact {
  /** The principal's own resource; for one that is not of this stack, the first that gives it something. */
  readonly resource: StackResource;
  readonly kind: PrincipalKind;
  /** Its name in AWS, as far as it is known. */
  readonly name: string | undefined;
  /** Whether the principal is a resource of this stack. One that is not may have more policies than these. */
  readonly declared: boolean;
  /** Inline and managed policies, for a user those of the user's groups too. */
  readonly policies: readonly PolicyOfPrincipal[];
  readonly boundary: PolicyOfPrincipal | undefined;
  /** Of roles only. */
  readonly trust: DocumentFact | undefined;
}
