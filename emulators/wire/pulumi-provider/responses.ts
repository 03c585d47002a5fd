import { CheckFailure, CheckResponse, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";

import type { CheckResult } from "./check";
import type { DiffResult } from "./diff";
import { encodeProperties } from "./marshal";

const kinds = {
  add: [PropertyDiff.Kind.ADD, PropertyDiff.Kind.ADD_REPLACE],
  delete: [PropertyDiff.Kind.DELETE, PropertyDiff.Kind.DELETE_REPLACE],
  update: [PropertyDiff.Kind.UPDATE, PropertyDiff.Kind.UPDATE_REPLACE],
} as const;

export function diffResponse({ changes, deleteBeforeReplace }: DiffResult): DiffResponse {
  const response = new DiffResponse()
    .setChanges(changes.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE)
    .setDeletebeforereplace(deleteBeforeReplace)
    .setDiffsList([...new Set(changes.map(({ property }) => property))])
    .setReplacesList([...new Set(changes.filter(({ replaces }) => replaces).map(({ property }) => property))])
    .setHasdetaileddiff(true);
  for (const { path, kind, replaces } of changes) {
    const difference = new PropertyDiff().setKind(kinds[kind][replaces ? 1 : 0]).setInputdiff(true);
    response.getDetaileddiffMap().set(path, difference);
  }
  return response;
}

export function checkResponse({ inputs, failures }: CheckResult): CheckResponse {
  return new CheckResponse()
    .setInputs(encodeProperties(inputs))
    .setFailuresList(
      failures.map(({ property, reason }) => new CheckFailure().setProperty(property).setReason(reason)),
    );
}
