import { shown } from "#core/problems";

/** What was given to be reviewed, or to review it by, cannot be used; the message says why and what to give. */
export class UnreadableReview extends Error {
  override readonly name = "UnreadableReview";

  constructor(file: string, fault: string, remedy: string) {
    super(`${shown(file)} cannot be reviewed: ${fault}. ${remedy}`);
  }
}
