import type { Problem } from "#core/problems";

/** What a team has decided to live with, until a day. */
export interface Waiver {
  /** Id of the rule. */
  readonly rule: string;
  /** Pattern for the resource's URN or name; `*` stands for any text, `?` for one character. */
  readonly resource: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, in UTC: `2027-03-31`. */
  readonly expires: string;
  /** Where it stands in the file: `waivers[2]`. */
  readonly place: string;
}

/** A file of waivers as read: those that hold, and what is wrong with the others. */
export interface Waivers {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}
