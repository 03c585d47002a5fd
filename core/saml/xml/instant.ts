const instant = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an `xs:dateTime` with a time zone; SAML demands UTC and some write an offset.
 *
 * A time without zone, and a day that no calendar has, are no instants.
 */
export function parseInstant(text: string): Date | undefined {
  const [, wallClock, zone] = instant.exec(text) ?? [];
  if (wallClock === undefined || zone === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return undefined;
  // The engine's own reader turns February 30th into March 2nd.
  const asUtc = new Date(`${wallClock}Z`);
  return asUtc.toISOString().startsWith(wallClock) ? date : undefined;
}
