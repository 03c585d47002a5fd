export { authorize, findMissingPermission, type MissingPermission } from "./authorize";
export { type GraphOperation, graphOperations } from "./operations";
