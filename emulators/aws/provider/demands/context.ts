import type { Known } from "#emulators/wire/pulumi-provider";

import type { Tag } from "../../state/account";
import { allTags, tagList } from "../inputs";
import type { ContextEntries, Operation } from "./need";
import { given, type Subject } from "./subjects";

/** The tags that are on what the call acts upon. */
export function resourceTags({ tags }: Subject): ContextEntries {
  return tags.flatMap(({ key, value }) =>
    ["aws", "iam"].map((prefix) => [`${prefix}:resourcetag/${key.toLowerCase()}`, [value]] as const),
  );
}

export function requestTags(tags: readonly Tag[]): ContextEntries {
  if (tags.length === 0) return [];
  return [
    ["aws:tagkeys", tags.map(({ key }) => key)],
    ...tags.map(({ key, value }) => [`aws:requesttag/${key.toLowerCase()}`, [value]] as const),
  ];
}

export function tagKeys(keys: readonly string[]): ContextEntries {
  return keys.length === 0 ? [] : [["aws:tagkeys", keys]];
}

/** The boundary that the call itself sets. */
export function requestedBoundary({ news }: Operation): ContextEntries {
  const boundary = news["permissionsBoundary"];
  return typeof boundary === "string" && boundary !== "" ? [["iam:permissionsboundary", [boundary]]] : [];
}

/** The boundary that the role or user has already. */
export function ownBoundary({ permissionsBoundary }: Subject): ContextEntries {
  return permissionsBoundary === undefined ? [] : [["iam:permissionsboundary", [permissionsBoundary]]];
}

export function policyInQuestion(operation: Operation): ContextEntries {
  return [["iam:policyarn", [given(operation, "policyArn") ?? ""]]];
}

/** The tags that a new resource gets, the provider's included. */
export function newTags({ cloud, news }: Operation): readonly Tag[] {
  return allTags(cloud, news);
}

/** The tags that an update sets, new or with another value. */
export function setTags(operation: Operation): readonly Tag[] {
  const before = tagsBefore(operation);
  return newTags(operation).filter(({ key, value }) => before.get(key) !== value);
}

/** The keys of tags that an update takes away. */
export function removedTags(operation: Operation): readonly string[] {
  const kept = new Set(newTags(operation).map(({ key }) => key));
  return [...tagsBefore(operation).keys()].filter((key) => !kept.has(key));
}

function tagsBefore({ olds }: Operation): ReadonlyMap<string, string> {
  return new Map(tagList(olds["tagsAll"]).map(({ key, value }) => [key, value]));
}

/** A check that an update changes an input; none and an empty one are the same. */
export function changes(
  property: string,
  isSame: (old: Known, now: Known) => boolean = (old, now) => old === now,
): (operation: Operation) => boolean {
  return ({ news, olds }) => !isSame(news[property] ?? "", olds[property] ?? "");
}
