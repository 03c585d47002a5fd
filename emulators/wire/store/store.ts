import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { readDocument, writeDocument } from "./document-file";
import { lockFolder } from "./folder-lock";

export interface StoreOptions<State> {
  /** The folder that holds the document; made when missing, readable by its owner only. */
  readonly folder: string;
  /** The document's file name. */
  readonly file: string;
  /** The state of a cloud nobody has used yet. */
  readonly seed: () => State;
  /** What the document is, in words for a person, and how to know it. @default whatever is a JSON object */
  readonly shape?: {
    /** `an emulated tenant` */
    readonly what: string;
    readonly isValid: (document: Partial<Record<keyof State, unknown>>) => boolean;
  };
}

/** One JSON document in a file, changed by synchronous transitions that happen whole or not at all. */
export interface Store<State> {
  /** The state as it is now; not to be changed outside of {@link transact}. */
  read(): Readonly<State>;
  /** Runs a transition on a draft; saves and returns its result, or leaves everything as it was when it throws. */
  transact<Result>(transition: (draft: State) => Result): Result;
  /** How many transitions have changed the document since it was opened. */
  writes(): number;
  /** Lets go of the folder; the store refuses any further use. */
  close(): void;
}

/**
 * Opens the document, or seeds it.
 *
 * @throws when the folder is held by another live process, or the file is not a JSON document or of another shape
 */
export function openStore<State extends object>(options: StoreOptions<State>): Store<State> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  chmodSync(options.folder, 0o700);
  const unlock = lockFolder(options.folder, options.file);
  try {
    return storeOf(options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function storeOf<State extends object>(options: StoreOptions<State>, unlock: () => void): Store<State> {
  const path = join(options.folder, options.file);
  let text = readDocument(path);
  if (text === undefined) {
    text = JSON.stringify(options.seed());
    writeDocument(path, text);
  }
  let state = JSON.parse(text) as State;
  if (options.shape?.isValid(state) === false) {
    throw new Error(`${path} is not ${options.shape.what} of this version. Remove it to start anew.`);
  }
  let writes = 0;
  let open = true;

  const used = (): void => {
    if (!open) throw new Error(`${path} is closed`);
  };

  return {
    read: () => {
      used();
      return state;
    },
    transact: (transition) => {
      used();
      const draft = structuredClone(state);
      const result = transition(draft);
      if (result instanceof Promise) throw new TypeError("a transition must be synchronous");
      const after = JSON.stringify(draft);
      if (after !== text) {
        writeDocument(path, after);
        // What is kept is what a later opening reads, even where the draft held more than JSON can say.
        [state, text] = [JSON.parse(after) as State, after];
        writes += 1;
      }
      return result;
    },
    writes: () => writes,
    close: () => {
      if (!open) return;
      open = false;
      unlock();
    },
  };
}
