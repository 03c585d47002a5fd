// What is read of Graph's answers; Graph may leave out or set to null whatever is optional here.

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export interface GraphServicePrincipal {
  readonly id?: string;
  readonly appId?: string | null;
  readonly displayName?: string | null;
  readonly appRoles?: readonly GraphAppRole[] | null;
}

/** https://learn.microsoft.com/graph/api/resources/approle */
export interface GraphAppRole {
  readonly id?: string;
  readonly value?: string | null;
  readonly isEnabled?: boolean;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob */
export interface GraphJob {
  readonly id?: string;
  readonly templateId?: string | null;
  readonly status?: {
    readonly code?: "NotConfigured" | "NotRun" | "Active" | "Paused" | "Quarantine";
    readonly progress?:
      | readonly {
          readonly completedUnits?: number;
          readonly totalUnits?: number;
          readonly progressObservationDateTime?: string;
        }[]
      | null;
    readonly lastExecution?: {
      readonly activityIdentifier?: string | null;
      readonly state?: "Succeeded" | "Failed" | "EntryLevelErrors";
      readonly timeBegan?: string;
      readonly timeEnded?: string;
      /** Entries that could not be written. */
      readonly countEscrowed?: number;
      readonly error?: GraphJobError | null;
    } | null;
    readonly quarantine?: {
      readonly reason?: string;
      readonly error?: GraphJobError | null;
    } | null;
  } | null;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationerror */
export interface GraphJobError {
  readonly code?: string | null;
  readonly message?: string | null;
}
