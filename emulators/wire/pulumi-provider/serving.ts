import type { InvokeFace, ProviderFace, ResourceFace } from "./face";
import { faceProblems } from "./face-problems";
import type { ProviderFaults } from "./faults";
import { createInstances, type Instances } from "./instances";
import { createQueue } from "./queue";

/** What the handlers of one served face share. */
export interface Serving<Cloud> {
  readonly face: ProviderFace<Cloud>;
  readonly resources: ReadonlyMap<string, ResourceFace<Cloud>>;
  readonly invokes: ReadonlyMap<string, InvokeFace<Cloud>>;
  readonly instances: Instances<Cloud>;
  /** One thing at a time: what two operations do to a cloud never mixes. */
  readonly inTurn: ReturnType<typeof createQueue>;
  readonly faults: ProviderFaults;
}

/** @throws when the face's tables name what its schema does not have */
export function createServing<Cloud>(face: ProviderFace<Cloud>, faults: ProviderFaults = {}): Serving<Cloud> {
  const problems = faceProblems(face);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return {
    face,
    resources: new Map(face.resources.map((resource) => [resource.schema.token, resource])),
    invokes: new Map(face.invokes.map((invoke) => [invoke.schema.token, invoke])),
    instances: createInstances(),
    inTurn: createQueue(),
    faults,
  };
}
