export type { CheckFailure, InvokeFace, ProviderFace, ReadResult, ResourceFace } from "./face";
export { faceProblems } from "./face-problems";
export type { ProviderFaults, ProviderOperation } from "./faults";
export { modelledTable } from "./modelled-table";
export {
  containsUnknown,
  type Inputs,
  isUnknown,
  type Known,
  type Outputs,
  type PreviewInputs,
  unknown,
  type Value,
} from "./property-value";
export type { InvokeSchema, Properties, PropertySchema, PropertyType, ProviderSchema, ResourceSchema } from "./schema";
export { type ServedProvider, servePulumiProvider } from "./serve";
