export { importability, type Importability, type ImportCandidate } from "./importability";
export { importObstacles, type ImportObstacle } from "./import-obstacles";
