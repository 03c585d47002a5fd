// Secrets and jobs of the provisioning service as plain JSON, in Graph's words and shapes.

/** What a service principal's jobs sign in with elsewhere. Never shown by Graph: it lists keys with `"*"`. */
export interface SynchronizationSecrets {
  servicePrincipalId: string;
  /** By key, such as `ClientSecret`; an empty value is none and is not kept. */
  values: Record<string, string>;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob */
export interface SynchronizationJob {
  /** `<template>.<tenant without dashes>.<uuid>`, as recorded. */
  id: string;
  servicePrincipalId: string;
  templateId: string;
  schedule: { expiration: string | null; interval: string; state: "Active" | "Disabled" | "Paused" };
  status: SynchronizationStatus;
  /** When the next cycle is due; nothing while one is under way or the job does not run. Graph does not show it. */
  nextCycle: string | null;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus */
export interface SynchronizationStatus {
  code: "Active" | "Paused" | "Quarantine";
  countSuccessiveCompleteFailures: number;
  escrowsPruned: boolean;
  lastExecution: SynchronizationTaskExecution | null;
  lastSuccessfulExecution: SynchronizationTaskExecution | null;
  quarantine: SynchronizationQuarantine | null;
  steadyStateFirstAchievedTime: string;
  steadyStateLastAchievedTime: string;
  troubleshootingUrl: string | null;
  /** Not empty while a cycle is under way. */
  progress: SynchronizationProgress[];
  synchronizedEntryCountByType: { key: string; value: number }[];
}

export interface SynchronizationProgress {
  completedUnits: number;
  totalUnits: number;
  progressObservationDateTime: string;
  units: string;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtaskexecution */
export interface SynchronizationTaskExecution {
  activityIdentifier: string;
  state: "Succeeded" | "Failed" | "EntryLevelErrors";
  timeBegan: string;
  timeEnded: string;
  countImported: number;
  countExported: number;
  /** Entries that could not be written. */
  countEscrowed: number;
  error: SynchronizationError | null;
}

export interface SynchronizationError {
  code: string;
  message: string;
  tenantActionable: boolean;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationquarantine */
export interface SynchronizationQuarantine {
  reason: "EncounteredQuarantineException";
  currentBegan: string;
  seriesBegan: string;
  seriesCount: number;
  nextAttempt: string;
  error: SynchronizationError;
}
