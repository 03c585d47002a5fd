import type { PolicyDocument } from "./policy-document";
import { readDocument } from "./read-document";
import { scanJson } from "./scan-json";

export interface MalformedPolicyFault {
  message: string;
  /** Character at which the text stops being JSON, counted from 0; absent where the JSON is good and the policy is not. */
  position?: number;
}

/** A policy from its JSON text or object, with every list a list; or the first thing that is wrong with it. */
export function parsePolicy(
  input: string | object,
): { document: PolicyDocument } | { malformed: MalformedPolicyFault } {
  if (typeof input === "string") {
    const fault = scanJson(input);
    if (fault !== undefined) return { malformed: fault };
  }
  const { document, faults } = readDocument(typeof input === "string" ? JSON.parse(input) : input);
  const fault = faults.find(({ code }) => code !== "lone-surrogate");
  if (document !== undefined && fault === undefined) return { document };
  const place = fault?.path === "" ? "the policy" : (fault?.path ?? "the policy");
  return { malformed: { message: `${place}: expected ${fault?.expected ?? "a policy document"}` } };
}
