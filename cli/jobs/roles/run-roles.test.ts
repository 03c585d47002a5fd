import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChildOutcome, type ServedImport, serveImport, stackConfig } from "./served-import.test-support";

// Judge: the emulated clouds, reached by the genuine Graph client and AWS SDK in a process of their own (2026-11-24).

const limit = 120_000;

const stackOf = (clientId: string) => ({ stack: "account1", config: stackConfig(), outputs: { clientId } });

describe("runRoles", () => {
  let clientId: string;
  let key: { readonly id: string; readonly secret: string };
  let looked: ChildOutcome | undefined;
  let imported: ChildOutcome | undefined;
  let onlyDeveloper: ChildOutcome | undefined;
  let refused: (string | undefined)[];
  let unsigned: ChildOutcome | undefined;

  beforeAll(async () => {
    const served = await serveImport();
    try {
      ({ clientId, key } = served);
      const stack = stackOf(clientId);
      const [first, second, third, ...others] = await served.run([
        { stack, restart: false },
        { stack },
        { stack: { ...stack, config: stackConfig("imported", ["Developer"]) } },
        { stack: { ...stack, config: stackConfig("declared") } },
        { stack: { ...stack, outputs: {} } },
        { stack: { ...stack, config: { ...stack.config, "aws:assumeRoles": [] } }, restart: false },
      ]);
      [looked, imported, onlyDeveloper] = [first, second, third];
      refused = others.map((outcome) => `${outcome.refused?.name ?? ""}: ${outcome.refused?.message ?? ""}`);
      [unsigned] = await served.run([{ stack, restart: false }], { AZURE_CLIENT_SECRET: "wrong" });
    } finally {
      await served.close();
    }
  }, limit);

  it("only looks when it is told to", () => {
    expect(looked?.result).toMatchObject({
      job: { code: "Paused" },
      roles: [
        { key: "Developer", state: "waiting", assigned: false },
        { key: "Tagged", state: "skipped", reason: "several-actions" },
      ],
      complete: false,
      assignmentsToCome: false,
    });
    expect(looked?.result?.job).not.toHaveProperty("ended");
  });

  it("has the roles imported by the stored key, and says why one of them is not", () => {
    expect(imported?.result).toMatchObject({
      stack: "account1",
      accountId: "111122223333",
      application: { name: "Contoso's AWS", clientId },
      job: { code: "Active", ended: true, lastExecution: { state: "Succeeded" } },
      roles: [
        { key: "Developer", arn: "arn:aws:iam::111122223333:role/Developer", state: "imported", assigned: false },
        { key: "Tagged", state: "skipped", reason: "several-actions" },
      ],
      complete: false,
      assignmentsToCome: true,
    });
    expect(imported?.progress).toContain("restarting the provisioning job");
    expect(JSON.stringify(imported)).not.toContain(key.secret);
  });

  it("is complete when each role of the stack is imported, and tells the account's others", () => {
    expect(onlyDeveloper?.result).toMatchObject({
      complete: true,
      roles: [
        { key: "Developer", state: "imported" },
        { arn: "arn:aws:iam::111122223333:role/Tagged", state: "skipped" },
      ],
    });
  });

  it("refuses a stack that declares its roles, one that was not deployed, and the credentials of another account", () => {
    expect(refused).toEqual([
      'RolesRefused: Stack account1 declares its app roles itself (roleMode is "declared"), so there is nothing to import: each pulumi up writes them.',
      'RolesRefused: The tenant has no enterprise application named "Contoso AWS Account1 (111122223333)": run pulumi up for stack account1 first.',
      "RolesRefused: Stack account1 is for AWS account 111122223333, but you are signed in to 999999999999 as arn:aws:iam::999999999999:user/deployer: sign in to that account, or set the stack's aws:assumeRoles.",
    ]);
  });

  it("does not go on when nobody is signed in", () => {
    expect(unsigned?.refused?.name).toBe("NotSignedIn");
  });
});

describe("runRoles, where the import cannot run", () => {
  let close: () => Promise<void> = () => Promise.resolve();
  afterAll(() => close());

  const outcomeWith = async (given: ServedImport) => {
    const served = await serveImport(given);
    close = served.close;
    const [outcome] = await served.run([{ stack: stackOf(served.clientId) }]);
    await served.close();
    close = () => Promise.resolve();
    return { ...outcome, key: served.key };
  };

  it.each([
    ["disabled", "InvalidClientTokenId"],
    ["without permission", "AccessDenied"],
  ] as const)(
    "tells of the quarantine when the key is %s, without the key",
    async (state, code) => {
      const { result, key } = await outcomeWith({ key: state });
      expect(result).toMatchObject({
        job: { code: "Quarantine", ended: true, quarantine: { reason: "EncounteredQuarantineException", code } },
        roles: [{ state: "waiting" }, { state: "skipped" }],
        complete: false,
      });
      expect(JSON.stringify(result)).not.toContain(key.id);
      expect(JSON.stringify(result)).not.toContain(key.secret);
    },
    limit,
  );

  it(
    "refuses an application without a job",
    async () => {
      expect((await outcomeWith({ job: false })).refused).toEqual({
        name: "RolesRefused",
        message: `Application "Contoso's AWS" has no provisioning job for AWS yet: run pulumi up for stack account1, which makes it.`,
      });
    },
    limit,
  );
});
