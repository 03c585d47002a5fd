import { expect } from "vitest";
import { cloudsOf } from "./cloud-states";
import { runStackByCommand } from "./entra-aws-run";
import { killEngine, switchableFaults } from "./interruptions";
import { countingFaults, killAtOnce, randomNumbers } from "./random-interruptions";
import { parse } from "./stack-config";
import { openWorkbench, succeeded } from "./workbench";

const victim = { project: "entra-aws", stack: "account1" };
const passwords = {
  "entra-aws:testUserPasswords": JSON.stringify({
    "Test-AWSAdmin": "Made-up-passw0rd",
    "Test-AWSDeveloper": "Made-up-passw0rd",
    "Test-AWSGuest": "Made-up-passw0rd",
  }),
};

/** The account stack, up and down in turn, each interrupted once at a random point and then taken up again. */
export interface InterruptedAccount {
  /** Kills an `up` and a `destroy`, each at a random point, and compares what the next runs make of it. */
  interruptBoth(): Promise<void>;
  /** What the engine asked of the clouds in all the runs: `delete aws:iam/role:Role`. */
  operations(): ReadonlySet<string>;
  close(): Promise<void>;
}

/** Measures one undisturbed up and destroy, so that every point of them is as likely. */
export async function openInterruptedAccount(seed: number): Promise<InterruptedAccount> {
  const faults = switchableFaults();
  const bench = await openWorkbench({ faults });
  await bench.configure("account1", parse("Pulumi.account1.yaml"), passwords);
  const random = randomNumbers(seed);
  const operations = new Set<string>();
  const empty = cloudsOf(bench);

  const measured = async (verb: "up" | "destroy"): Promise<number> => {
    const counting = countingFaults();
    faults.set(counting.faults);
    succeeded(await bench.pulumi("account1", [verb, "--yes", "--skip-preview"]));
    for (const operation of counting.operations()) operations.add(operation);
    return counting.count();
  };
  const inUp = await measured("up");
  const whole = cloudsOf(bench);
  const inDestroy = await measured("destroy");
  expect(cloudsOf(bench)).toEqual(empty);

  /** Point 0 is before the first request; what passes first may be one more or less than measured. */
  const interrupt = async (verb: "up" | "destroy", points: number): Promise<void> => {
    const point = Math.floor(random() * points);
    const counting = countingFaults(point, () => {
      killEngine(bench, victim);
    });
    faults.set(counting.faults);
    const killed = bench.pulumi("account1", [verb, "--yes", "--skip-preview"]);
    const [outcome] = await Promise.all([killed, point === 0 ? killAtOnce(bench, victim) : undefined]);
    expect(outcome.exitCode, `${verb} was to be killed at ${point} of ${points}`).toBeNull();
    const after = countingFaults();
    faults.set(after.faults);
    const end = await runStackByCommand(bench, "account1", verb === "destroy" ? ["--destroy"] : []);
    const where = `seed ${seed}: ${verb} killed at ${point} of ${points}`;
    expect(end.code, `${where}\n${end.stderr}\n${end.stdout.slice(0, 4000)}`).toBe(0);
    expect(cloudsOf(bench), where).toEqual(verb === "up" ? whole : empty);
    for (const operation of [...counting.operations(), ...after.operations()]) operations.add(operation);
  };

  return {
    interruptBoth: async () => {
      await interrupt("up", inUp);
      await interrupt("destroy", inDestroy);
    },
    operations: () => operations,
    close: () => bench.close(),
  };
}
