/** `missing`: it has to be mended before the stack can run. `unknown`: what would tell was not to be had. */
export type ExaminationOutcome = "ok" | "missing" | "warning" | "unknown";

/** What an examination is about, in the order in which they are shown. */
export const examinationGroups = [
  "engine",
  "identity",
  "Graph permissions",
  "IAM permissions",
  "licence",
  "names",
  "limits",
] as const;

export type ExaminationGroup = (typeof examinationGroups)[number];

/** What to do where the doctor itself may not look. */
export const grantDoctorReads =
  "grant the doctor's own reads, which --permissions prints last, or let somebody look who has them";

/** One thing that a stack needs, whether it is there, and what to do. */
export interface Examination {
  readonly group: ExaminationGroup;
  readonly name: string;
  readonly outcome: ExaminationOutcome;
  readonly given: string;
  readonly expected?: string;
  readonly remedy?: string;
  /** To be typed as they are; each word is quoted for a shell of POSIX. */
  readonly commands?: readonly string[];
}
