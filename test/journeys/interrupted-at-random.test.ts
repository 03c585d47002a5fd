import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InterruptedAccount, openInterruptedAccount } from "./interrupt-at-random";
import { seedOfThisRun } from "./random-interruptions";

const seed = seedOfThisRun();

// `npm run test:long` does it at 50 points.
describe(`the account stack, killed at random points (ENTRA_AWS_SEED=${seed})`, () => {
  let account: InterruptedAccount;

  beforeAll(async () => {
    account = await openInterruptedAccount(seed);
  });

  afterAll(() => account.close());

  it.each([1, 2])("is taken up again by the next up and the next destroy, %s of 2", () => account.interruptBoth());

  it("never has the provider delete a signing certificate, which would delete another one", () => {
    const deletes = [...account.operations()].filter((operation) => operation.startsWith("delete "));
    expect(deletes).toContain("delete azuread:index/applicationFromTemplate:ApplicationFromTemplate");
    expect(deletes.filter((operation) => operation.includes("Certificate"))).toEqual([]);
  });
});
