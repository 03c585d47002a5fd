/** A resource's inputs as the state has them. */
export type Inputs = Readonly<Record<string, unknown>>;

/** Something in a cloud that has the name of a pending create. */
export interface Candidate {
  /** The provider's id of it, which an import would take. */
  readonly id: string;
  /** Absent where the cloud does not tell. */
  readonly createdAt?: Date;
  /** Whether it says what the create was to make it say; absent where that is not compared. */
  readonly isEqual?: boolean;
  /** The command that removes it by hand, words not yet quoted. */
  readonly removal: readonly string[];
}

/** How a pending create of one resource type is looked up. */
export interface Finder<Client> {
  /** What it is found by, for people: `role "Developer"`. */
  describe(inputs: Inputs): string;
  /** Whatever in the cloud goes by that name. */
  find(client: Client, inputs: Inputs): Promise<readonly Candidate[]>;
  /**
   * What shows that a thing of this name is the pending one: `name`, that its id says whose it is, as a pair's does;
   * `time`, that it is younger than the interrupted run; `content`, where the cloud does not tell the time; `proof`, that
   * it is younger than a run of which is known when it began, for what is not taken in but removed.
   */
  readonly shownBy: "content" | "name" | "proof" | "time";
  /** Whether several of one name are normal, of which only those younger than the run matter. @default false */
  readonly mayRepeat?: boolean;
  /** What it is a part of: the type, and the input with its id. Of a stranger's, nothing is the stack's. @default nothing */
  readonly partOf?: { readonly type: string; readonly input: string };
  /** Removes one that an import could not take in. @default it is imported */
  readonly remove?: (client: Client, inputs: Inputs, id: string) => Promise<void>;
}

/** An input by which something would be looked up is not in the state in clear. */
export class InputNotNoted extends Error {
  override readonly name = "InputNotNoted";

  constructor(readonly property: string) {
    super(`${property} is a secret, or not there`);
  }
}

/** @returns the input by which something is looked up @throws InputNotNoted */
export function neededText(inputs: Inputs, property: string): string {
  const text = textOf(inputs, property);
  if (text === "") {
    throw new InputNotNoted(property);
  }
  return text;
}

/** @returns the text, or an empty one for what is none */
export function textOf(inputs: Inputs, property: string): string {
  const value = inputs[property];
  return typeof value === "string" ? value : "";
}
