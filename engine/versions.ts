/** The engine that is built when there is none: the newest that starts packs with the pinned host. */
export const pinnedEngine = "3.219.0";

/** The oldest engine taken from PATH: from here on the hosts honour `options` in Pulumi.yaml. */
export const oldestEngine = "3.219.0";

/** The oldest Go that builds the pinned modules. */
export const oldestGo = "1.25.0";

/** Whether `version` (`v3.219.0`, `go1.26.8`, `3.250.0-alpha.1`) is `oldest` or newer; what is no version is not. */
export function isAtLeast(version: string, oldest: string): boolean {
  const given = numbersOf(version);
  const wanted = numbersOf(oldest);
  if (given === undefined || wanted === undefined) {
    return false;
  }
  const differing = given.findIndex((part, index) => part !== wanted[index]);
  return differing === -1 || (given[differing] ?? 0) > (wanted[differing] ?? 0);
}

function numbersOf(version: string): number[] | undefined {
  const match = /^(?:v|go)?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version.trim());
  return match?.slice(1, 4).map((part: string | undefined) => Number(part ?? 0));
}
