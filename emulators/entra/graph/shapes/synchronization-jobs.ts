import type { SynchronizationJob } from "../../state/synchronization/model";
import type { Entity } from "../route";

/** A job as Graph shows it, as recorded: without the service principal, and without when it runs next. */
export function synchronizationJobEntity({ id, templateId, schedule, status }: SynchronizationJob): Entity {
  return { id, templateId, schedule, status, synchronizationJobSettings: [] };
}
