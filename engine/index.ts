export { type Engine, EngineUnavailable, findEngine } from "./find-engine";
export { findYamlHost } from "./find-yaml-host";
export { hermeticEnvironment } from "./environment";
export { type PulumiOutcome, type PulumiRun, runPulumi } from "./run-pulumi";
export {
  type Diagnostic,
  type PolicyViolation,
  type ResourceChanges,
  type StepSummary,
  withoutColours,
} from "./event-log";
export { projectRoot } from "./project-root";
export { withLock } from "./lock";
export { mendBackend, unfinishedLocks } from "./mend-backend";
export { endLeftovers, stillRuns } from "./running-processes";
export { type StackLock, backendFolder, freeLock, stackLocks } from "./stack-lock";
export { isAtLeast, oldestEngine } from "./versions";
