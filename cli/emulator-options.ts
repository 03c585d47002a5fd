import { join, resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { projectRoot } from "#engine";

/** An account that is to be emulated. */
export interface EmulatorAccount {
  readonly id: string;
  readonly name: string;
}

export const exampleAccounts: readonly EmulatorAccount[] = [
  { id: "111122223333", name: "Account1" },
  { id: "444455556666", name: "Account2" },
];

export function stateOption(): Option {
  return new Option("--state <folder>", "keep clouds and stacks there (default: .emulated/own)")
    .argParser(absolute)
    .default(join(projectRoot(), ".emulated", "own"), ".emulated/own");
}

export function portOption(): Option {
  return new Option("--port <number>", "use this port and the next five (default: free ones)").argParser(port);
}

export function accountOption(): Option {
  return new Option("--account <id:name>", "emulate this account; may be given more than once").argParser(account);
}

function absolute(folder: string): string {
  if (folder === "") throw new InvalidArgumentError("a folder's path is needed");
  return resolve(folder);
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_530) {
    throw new InvalidArgumentError("a port from 1 to 65530 is needed");
  }
  return number;
}

function account(text: string, earlier: readonly EmulatorAccount[] = []): EmulatorAccount[] {
  const [, id, name = ""] = /^(\d{12}):([A-Za-z0-9-]+)$/.exec(text) ?? [];
  if (id === undefined)
    throw new InvalidArgumentError("12 digits, a colon and a name are needed: 111122223333:Account1");
  return [...earlier, { id, name }];
}
