import { error, shown, type Problem } from "#core/problems";

const day = 24 * 60 * 60 * 1000;

/**
 * What is wrong with the last day of something: no date of the calendar, or gone by in UTC.
 *
 * @param now milliseconds since 1970
 */
export function dateProblems(property: string, given: string, now: number): Problem[] {
  const start = startOfDay(given);
  if (start === undefined) {
    const expected = "a day of the calendar, as 2027-03-31";
    return [error({ code: "date-malformed", property, given: shown(given), expected })];
  }
  if (now < start + day) return [];
  const expected = "a day that has not gone by";
  const remedy = "Mend what is waived and remove the waiver, or have it renewed with a new date.";
  return [error({ code: "waiver-expired", property, given: given, expected, remedy })];
}

function startOfDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const start = Date.parse(`${text}T00:00:00Z`);
  // A month's 31st that it does not have would be read as the next month's first.
  return Number.isNaN(start) || !new Date(start).toISOString().startsWith(text) ? undefined : start;
}
