import { namingProblems } from "#core/naming";
import { hasErrors } from "#core/problems";
import { federationProblems, federationWarnings } from "./account-federation-checks";
import { type AccountFederationPlan, sketchAccountFederation, withoutAwaited } from "./account-federation-sketch";
import { refuse } from "../refusal";
import { asImported } from "./role-mode-checks";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";

/**
 * Checks the arguments and computes every name and ARN of what is to be made now. Pure: `now` decides which certificates and documents are past
 * their date.
 * @throws InvalidArguments with every problem of the federation and of all its parts.
 */
export function planAccountFederation(
  instance: string,
  args: AccountFederationArgs,
  now: Date,
): AccountFederationPlan & { warnings: readonly Problem[] } {
  refuse("AccountFederation", instance, accountFederationProblems(args, now));
  const sketch = sketchAccountFederation(args);
  return { ...withoutAwaited(sketch), warnings: federationWarnings(args, sketch) };
}

/** Every problem of a federation and of all its parts, warnings included. */
export function accountFederationProblems(args: AccountFederationArgs, now: Date): Problem[] {
  const naming = namingProblems(args.naming ?? {});
  // Patterns that make no names would hide every other problem.
  const named = hasErrors(naming) ? { ...args, naming: undefined } : args;
  return asImported(args, [...naming, ...federationProblems(named, sketchAccountFederation(named), now)]);
}
