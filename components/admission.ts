import * as pulumi from "@pulumi/pulumi";

/** Options that hold a resource, and all under it, back until everything that was looked up has been judged. */
export interface HeldBack {
  dependsOn?: pulumi.Output<pulumi.Resource[]>;
}

/**
 * Holds back what gets these options until the outputs are known; while one of them fails, it is not registered at all.
 * Without outputs nothing is held back.
 */
export function heldBackBy(judged: readonly pulumi.Output<unknown>[]): HeldBack {
  return judged.length === 0 ? {} : { dependsOn: pulumi.all([...judged]).apply((): pulumi.Resource[] => []) };
}
