import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InterruptedAccount, openInterruptedAccount } from "../journeys/interrupt-at-random";
import { seedOfThisRun } from "../journeys/random-interruptions";

const seed = seedOfThisRun();
const pairs = Array.from({ length: 25 }, (_each, index) => index + 1);

/** Fifty points: each pair is an up and a destroy. The seed is in the name, and `ENTRA_AWS_SEED` sets it. */
describe(`the account stack, killed at 50 random points (ENTRA_AWS_SEED=${seed})`, () => {
  let account: InterruptedAccount;

  beforeAll(async () => {
    account = await openInterruptedAccount(seed);
  });

  afterAll(() => account.close());

  it.each(pairs)("is taken up again by the next up and the next destroy, %s of 25", () => account.interruptBoth());

  it("never has the provider delete a signing certificate, which would delete another one", () => {
    expect([...account.operations()].filter((operation) => /^delete .*Certificate/.test(operation))).toEqual([]);
  });
});
