import { join } from "node:path";
import { appRoleId } from "#core/naming";
import { type Workbench, openWorkbench, succeeded } from "../journeys/workbench";
import { type Command, type Cost, measure } from "./measure";
import { type BenchResult, compared } from "./result";

type Program = "component-account" | "raw-account";

const programs: readonly Program[] = ["component-account", "raw-account"];

/** Accounts that exist only here. */
const accounts = Array.from({ length: 20 }, (_, index) => ({
  id: String(100_000_000_001 + index),
  name: `Bench${index + 1}`,
}));

export interface AccountBench {
  /** How often each command is measured. */
  readonly rounds: number;
  /** How many accounts are federated one after the other. */
  readonly row: number;
  readonly report: (text: string) => void;
}

/** An account's stack by components, against a program without them that makes the very same resources. */
export async function benchAccountStack({ rounds, row, report }: AccountBench): Promise<BenchResult[]> {
  const bench = await openWorkbench({ accounts });
  try {
    return [...(await benchOneAccount(bench, rounds, report)), await benchRow(bench, row, report)];
  } finally {
    await bench.close();
  }
}

const commands = {
  preview: ["preview"],
  up: ["up", "--yes", "--skip-preview"],
  "no-change up": ["up", "--yes"],
} as const;

type Measured = keyof typeof commands;

async function benchOneAccount(bench: Workbench, rounds: number, report: (text: string) => void) {
  const costs = new Map<string, Cost[]>();
  const [account] = accounts;
  if (account === undefined) throw new Error("there is no account to measure");
  for (let round = 0; round <= rounds; round++) {
    // Whoever comes first finds colder caches: they take turns, and the first round only warms them.
    for (const program of round % 2 === 0 ? programs : [...programs].reverse()) {
      report(`${program}, round ${round} of ${rounds}`);
      await configure(bench, program, account);
      for (const measured of Object.keys(commands) as Measured[]) {
        const cost = await measure(commandOf(bench, program, account.name, commands[measured]));
        const key = `${program} ${measured}`;
        if (round > 0) costs.set(key, [...(costs.get(key) ?? []), cost]);
      }
      succeeded(await bench.pulumi(stackOf(program, account.name), ["destroy", "--yes"], folderOf(program)));
    }
  }
  const of = (program: Program, measured: Measured): Cost[] => costs.get(`${program} ${measured}`) ?? [];
  return (Object.keys(commands) as Measured[]).flatMap((measured) => {
    const [ours, raw] = [of("component-account", measured), of("raw-account", measured)];
    const compare = (name: string, unit: string, limit: number, pick: (cost: Cost) => number): BenchResult =>
      compared(`account stack, ${measured}, ${name}`, unit, limit, ours.map(pick), raw.map(pick));
    return [
      compare("wall", "s", 1.1, ({ seconds }) => seconds),
      compare("peak memory", "MB", 1.15, ({ nodeMegabytes }) => nodeMegabytes),
    ];
  });
}

async function benchRow(bench: Workbench, row: number, report: (text: string) => void): Promise<BenchResult> {
  const seconds: Record<Program, number[]> = { "component-account": [], "raw-account": [] };
  for (const account of accounts.slice(0, row)) {
    for (const program of programs) {
      report(`${program}, ${account.name} of ${row}`);
      await configure(bench, program, account);
      const cost = await measure(commandOf(bench, program, account.name, commands.up));
      seconds[program].push(cost.cpuSeconds);
      succeeded(await bench.pulumi(stackOf(program, account.name), ["destroy", "--yes"], folderOf(program)));
    }
  }
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const [ours, raw] = [mean(seconds["component-account"]), mean(seconds["raw-account"])];
  return compared(`${row} accounts in a row, an account`, "s CPU", 1.15, [ours], [raw]);
}

const folderOf = (program: Program): string => join(__dirname, program);
const stackOf = (program: Program, name: string): string => `${program}-${name}`;

async function configure(bench: Workbench, program: Program, account: { id: string; name: string }): Promise<void> {
  await bench.configure(
    stackOf(program, account.name),
    {
      "aws:region": "us-east-1",
      "aws:assumeRoles": [{ roleArn: `arn:aws:iam::${account.id}:role/Deployer` }],
      "bench:id": account.id,
      "bench:name": account.name,
      "bench:AdministratorAppRoleId": appRoleId(account.id, "Administrator"),
      "bench:DeveloperAppRoleId": appRoleId(account.id, "Developer"),
    },
    {},
    folderOf(program),
  );
}

function commandOf(bench: Workbench, program: Program, name: string, args: readonly string[]): Command {
  const stack = stackOf(program, name);
  const config = join(bench.folder, "config", `Pulumi.${stack}.yaml`);
  return {
    command: bench.engine.command,
    args: [...args, "--stack", stack, "--config-file", config, "--non-interactive", "--color", "never"],
    cwd: folderOf(program),
    env: bench.env,
  };
}
