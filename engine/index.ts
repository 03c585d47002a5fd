export { type Engine, EngineUnavailable, findEngine } from "./find-engine";
export { findYamlHost } from "./find-yaml-host";
export { hermeticEnvironment } from "./environment";
export { type PulumiOutcome, type PulumiRun, runPulumi } from "./run-pulumi";
export { type Diagnostic, type PolicyViolation, type ResourceChanges, type StepSummary } from "./event-log";
export { projectRoot } from "./project-root";
export { isLockedByTheDead } from "./stack-lock";
