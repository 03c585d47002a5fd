import type { InvokeFace, ResourceFace } from "#emulators/wire/pulumi-provider";

import { admit } from "./admit";
import type { TenantCloud } from "./cloud";
import { lookupRequests, resourceRequests } from "./graph-requests";

/** The resource, each of whose requests is made by a caller that must be admitted to all that they ask of Graph. */
export function authorisedResource(face: ResourceFace<TenantCloud>): ResourceFace<TenantCloud> {
  const requests = resourceRequests.get(face.schema.token);
  if (!requests) throw new TypeError(`${face.schema.token} is missing in graph-requests.ts`);
  return {
    ...face,
    create(cloud, inputs) {
      admit(cloud, requests.create);
      return face.create(cloud, inputs);
    },
    read(cloud, id) {
      admit(cloud, requests.read);
      return face.read(cloud, id);
    },
    update(cloud, id, news, olds) {
      admit(cloud, requests.update);
      return face.update(cloud, id, news, olds);
    },
    delete(cloud, id, olds) {
      admit(cloud, requests.delete);
      return face.delete(cloud, id, olds);
    },
  };
}

/** The lookup, in the same way. */
export function authorisedLookup(face: InvokeFace<TenantCloud>): InvokeFace<TenantCloud> {
  const requests = lookupRequests.get(face.schema.token);
  if (!requests) throw new TypeError(`${face.schema.token} is missing in graph-requests.ts`);
  return {
    ...face,
    invoke(cloud, args) {
      admit(cloud, requests);
      return face.invoke(cloud, args);
    },
  };
}
