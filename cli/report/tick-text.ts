import type { Tick } from "#cli/jobs";

/** What a tick did, one line a provisioning job. */
export function renderTick(tick: Tick): string {
  if (tick.length === 0) return "no provisioning job is running\n";
  return tick.map(({ jobId, state }) => `provisioning job ${jobId}: ${state}\n`).join("");
}
