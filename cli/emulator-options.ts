import { join } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { isPartitionName, type PartitionName, partitions } from "#core/aws";
import { entraClouds } from "#core/entra";
import { projectRoot } from "#engine";
import { absolutePath } from "./absolute-path";

/** An account that is to be emulated. */
export interface EmulatorAccount {
  readonly id: string;
  readonly name: string;
  readonly partition?: PartitionName;
}

export const exampleAccounts: readonly EmulatorAccount[] = [
  { id: "111122223333", name: "Account1" },
  { id: "444455556666", name: "Account2" },
];

export function stateOption(): Option {
  return new Option("--state <folder>", "keep clouds and stacks there (default: .emulated/own)")
    .argParser(absolutePath)
    .default(join(projectRoot(), ".emulated", "own"), ".emulated/own");
}

export function portOption(): Option {
  return new Option("--port <number>", "use this port and the next five (default: free ones)").argParser(port);
}

export function accountOption(): Option {
  const partitionNames = Object.keys(partitions).join(", ");
  return new Option(
    "--account <id:name[:partition]>",
    `emulate this account, of ${partitionNames}; may be given more than once`,
  ).argParser(account);
}

export function entraCloudOption(): Option {
  return new Option("--entra-cloud <name>", "the tenant's cloud (default: public)").choices(Object.keys(entraClouds));
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_530) {
    throw new InvalidArgumentError("a port from 1 to 65530 is needed");
  }
  return number;
}

function account(text: string, earlier: readonly EmulatorAccount[] = []): EmulatorAccount[] {
  const [, id, name = "", partition = "aws"] = /^(\d{12}):([A-Za-z0-9-]+)(?::([a-z-]+))?$/.exec(text) ?? [];
  if (id === undefined) {
    throw new InvalidArgumentError("12 digits, a colon and a name are needed: 111122223333:Account1");
  }
  if (!isPartitionName(partition)) {
    throw new InvalidArgumentError(`the partition is one of ${Object.keys(partitions).join(", ")}`);
  }
  if (earlier.some((one) => one.id === id)) throw new InvalidArgumentError(`account ${id} is given twice`);
  return [...earlier, { id, name, partition }];
}
