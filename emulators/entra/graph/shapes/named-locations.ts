import type { NamedLocation } from "../../state/model";
import type { Entity } from "../route";

/** Shape: recorded, run recipe. */
export function namedLocationEntity(location: NamedLocation): Entity {
  const { kind, ...shown } = location;
  const type = { "@odata.type": `#microsoft.graph.${kind}NamedLocation` };
  return "ipRanges" in shown ? { ...type, ...shown, ipRanges: shown.ipRanges.map(rangeEntity) } : { ...type, ...shown };
}

function rangeEntity(cidrAddress: string): Entity {
  const version = cidrAddress.includes(":") ? "6" : "4";
  return { "@odata.type": `#microsoft.graph.iPv${version}CidrRange`, cidrAddress };
}
