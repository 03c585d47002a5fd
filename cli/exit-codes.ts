/** What every verb ends with, so that scripts can trust it. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  refused: 3,
  notSignedIn: 4,
  cancelled: 130,
} as const;
