import { describeProblems } from "./describe-problems";
import type { Problem } from "./problem";

/** What a component throws when it refuses its arguments: the message is the whole list, for people. */
export class InvalidArguments extends Error {
  readonly component: string;
  readonly instance: string;
  readonly problems: readonly Problem[];
  // Pulumi's Node.js host prints errors that carry this mark as their message alone, without a stack trace.
  readonly __pulumiRunError = true;

  constructor(component: string, instance: string, problems: readonly Problem[]) {
    super(describeProblems(component, instance, problems));
    this.name = "InvalidArguments";
    this.component = component;
    this.instance = instance;
    this.problems = problems;
    // Other hosts print the stack; where in our code we noticed helps nobody who mistyped an account id.
    this.stack = this.message;
  }
}
