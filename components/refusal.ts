import * as pulumi from "@pulumi/pulumi";
import { describeProblems, hasErrors, InvalidArguments } from "#core/problems";
import type { Problem } from "../core/problems";

/**
 * Throws all problems at once when one of them is an error; otherwise hands back the warnings.
 * @throws InvalidArguments
 */
export function refuse(component: string, instance: string, problems: readonly Problem[]): readonly Problem[] {
  if (hasErrors(problems)) throw new InvalidArguments(component, instance, problems);
  return problems;
}

/** Shows warnings beside the resource that they are about. */
export function warn(
  component: string,
  instance: string,
  warnings: readonly Problem[],
  resource?: pulumi.Resource,
): void {
  if (warnings.length > 0) void pulumi.log.warn(describeProblems(component, instance, warnings), resource);
}

/** Whether an input is text that can be judged now; an Output is judged when it is known, or by the cloud. */
export function isPlain(input: pulumi.Input<string> | undefined): input is string {
  return typeof input === "string";
}

/** The entries of a record of inputs that can be judged now. */
export function plainEntries(inputs: Record<string, pulumi.Input<string>> = {}): [key: string, text: string][] {
  return Object.entries(inputs).filter((entry): entry is [string, string] => isPlain(entry[1]));
}
