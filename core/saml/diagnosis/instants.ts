const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** An instant with its distance, as people think of it: `2026-03-01T12:00:00Z, 7 minutes ago`. */
export function told(instant: Date, now: Date): string {
  const difference = instant.getTime() - now.getTime();
  const text = instant.toISOString().replace(".000Z", "Z");
  if (Math.abs(difference) < 1000) return `${text}, now`;
  const length = lengthOf(Math.abs(difference));
  return difference > 0 ? `${text}, in ${length}` : `${text}, ${length} ago`;
}

/** A length in its largest unit: `7 minutes`. */
export function lengthOf(milliseconds: number): string {
  const [unit, size] = units.find(([, one]) => milliseconds >= one) ?? units[3];
  const count = Math.floor(milliseconds / size);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
