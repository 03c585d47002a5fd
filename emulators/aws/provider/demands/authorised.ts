import type { Inputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import type { AccountCloud } from "../cloud";
import { callsOf, type Need, type Operation } from "./need";
import { resourceNeeds } from "./resource-needs";

/**
 * A face that does nothing which the deployer's policies do not allow.
 *
 * All that an operation needs is asked before its first step, where the genuine provider meets a refusal half way: the
 * engine could not be told of a resource that was made and could not be read.
 */
export function authorised(face: ResourceFace<AccountCloud>): ResourceFace<AccountCloud> {
  const needs = resourceNeeds.get(face.schema.token);
  if (needs === undefined) throw new Error(`no table says what a deployer of ${face.schema.token} must be allowed`);
  return {
    ...face,
    create: (cloud, inputs) => {
      ask(cloud, [...needs.create, ...needs.read], { news: inputs });
      return face.create(cloud, inputs);
    },
    read: (cloud, id) => {
      ask(cloud, needs.read, { id });
      return face.read(cloud, id);
    },
    update: (cloud, id, news, olds) => {
      ask(cloud, [...needs.update, ...needs.read], { id, news, olds });
      return face.update(cloud, id, news, olds);
    },
    delete: (cloud, id, olds) => {
      ask(cloud, needs.delete, { id, olds });
      return face.delete(cloud, id, olds);
    },
  };
}

const nothing: Inputs = {};

function ask(cloud: AccountCloud, needs: readonly Need[], given: Partial<Operation>): void {
  const operation: Operation = { cloud, account: cloud.account.read(), id: "", news: nothing, olds: nothing, ...given };
  for (const call of callsOf(needs, operation)) cloud.authorise(call);
}
