import { objectIdProblems } from "#core/entra";
import { error, shown } from "#core/problems";
import { isPlain } from "../refusal";
import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../core/problems";

/** What is wrong with an object id, if it is known now; an `id` (a path) in its place would only fail at up. */
export function objectIdInputProblems(id: pulumi.Input<string>, property: string): Problem[] {
  return isPlain(id) ? objectIdProblems(id, property) : [];
}

/** The same for a list; places in it are named by number. */
export function objectIdListProblems(ids: pulumi.Input<string>[] | undefined, property: string): Problem[] {
  return (ids ?? []).flatMap((id, index) => objectIdInputProblems(id, `${property}[${index}]`));
}

/** The same for a record; places in it are named by key. */
export function objectIdRecordProblems(
  ids: Record<string, pulumi.Input<string>> | undefined,
  property: string,
): Problem[] {
  return Object.entries(ids ?? {}).flatMap(([key, id]) => objectIdInputProblems(id, `${property}.${key}`));
}

/** What is wrong with e-mail addresses for notifications. */
export function emailAddressesProblems(addresses: readonly string[], property: string): Problem[] {
  return addresses.flatMap((address, index) => {
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return [];
    const place = `${property}[${index}]`;
    return [
      error({ code: "email-address-malformed", property: place, given: shown(address), expected: "name@domain" }),
    ];
  });
}
