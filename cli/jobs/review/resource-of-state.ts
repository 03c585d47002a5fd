import { plainObject, textOf } from "./plain-object";
import type { ReviewedResource } from "./reviewed-stack";

/**
 * A resource as apitype.ResourceV3 has it, in previews and states alike; nothing where it is none.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go
 */
export function resourceOfState(given: unknown): ReviewedResource | undefined {
  const state = plainObject(given);
  const urn = textOf(state?.["urn"]);
  const type = textOf(state?.["type"]);
  if (state === undefined || urn === undefined || type === undefined || !urn.startsWith("urn:pulumi:"))
    return undefined;
  const trace = Array.isArray(state["stackTrace"]) ? (state["stackTrace"] as readonly unknown[]) : [];
  const positions = [state["sourcePosition"], ...trace.map((frame) => plainObject(frame)?.["sourcePosition"])];
  return {
    urn,
    type,
    custom: state["custom"] === true,
    id: textOf(state["id"]),
    inputs: plainObject(state["inputs"]) ?? {},
    outputs: plainObject(state["outputs"]),
    propertyDependencies: plainObject(state["propertyDependencies"]) ?? {},
    positions: positions.flatMap((position) => textOf(position) ?? []),
  };
}

/** What a URN says: `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`, where a name may have `::` too. */
function partsOf(urn: string) {
  const [stack = "", project = "", types = "", ...name] = urn.slice("urn:pulumi:".length).split("::");
  return { stack, project, type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}

/** Project and stack, with which every URN begins. */
export function stackOfUrn(urn: string): { readonly project: string; readonly stack: string } {
  const { project, stack } = partsOf(urn);
  return { project, stack };
}

/** A resource as findings name it. */
export function namesOfUrn(urn: string): { readonly urn: string; readonly type: string; readonly name: string } {
  const { type, name } = partsOf(urn);
  return { urn, type, name };
}
