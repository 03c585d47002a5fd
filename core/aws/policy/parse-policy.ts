import { documentFrom, MalformedPolicy } from "./document-from";
import { findJsonFault } from "./find-json-fault";
import type { PolicyDocument } from "./policy-document";

export interface MalformedPolicyFault {
  message: string;
  /** Character at which the text stops being JSON, counted from 0; absent where the JSON is good and the policy is not. */
  position?: number;
}

/** A policy from its JSON text or object, with every list a list; or what is wrong with it. */
export function parsePolicy(
  input: string | object,
): { document: PolicyDocument } | { malformed: MalformedPolicyFault } {
  if (typeof input === "string") {
    const fault = findJsonFault(input);
    if (fault !== undefined) return { malformed: fault };
  }
  try {
    return { document: documentFrom(typeof input === "string" ? JSON.parse(input) : input) };
  } catch (cause) {
    if (cause instanceof MalformedPolicy) return { malformed: { message: cause.message } };
    throw cause;
  }
}
