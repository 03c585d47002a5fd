import { readFileSync, readdirSync, rmSync, statSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoEvent, type DemoResult, runDemo, signIns } from "#cli/jobs";
import { projectRoot } from "#engine";

const folder = mkdtempSync(join(tmpdir(), "entra-aws-demonstration-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that is committed and that a run could be tempted to write to. */
function committedConfigs(): string[] {
  return ["Pulumi.yaml", "Pulumi.account1.yaml", "Pulumi.account2.yaml"].map((file) =>
    readFileSync(join(projectRoot(), file), "utf8"),
  );
}

function filesIn(path: string): string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** stacks/account/README.md, without what only a preview does not know. */
const advice = ["group-protected", "iam-data-exfiltration", "iam-resource-exposure", "iam-unconstrained-writes"].map(
  (rule) => `advisory ${rule}`,
);

describe("the demonstration", () => {
  const before = committedConfigs();
  const events: DemoEvent[] = [];
  let result: DemoResult;

  beforeAll(async () => {
    result = await runDemo({ folder }, (event) => events.push(event));
  });

  it("creates both accounts' federations without a warning, and with the findings that the stack's page lists", () => {
    expect(result.ups.map(({ account, outcome }) => [account.stack, Object.keys(outcome.changes)])).toEqual([
      ["account1", ["create"]],
      ["account2", ["create"]],
    ]);
    const found = result.ups.map(({ outcome }) =>
      outcome.violations
        .map(({ enforcement, message }) => `${enforcement} ${/\[([a-z-]+)\]/.exec(message)?.[1] ?? ""}`)
        .sort(),
    );
    expect(found).toEqual([advice, advice]);
    expect(result.ups.flatMap(({ outcome }) => outcome.diagnostics.filter(isComplaint))).toEqual([]);
  });

  it.each(signIns.map((signIn, index) => ({ signIn, index, name: nameOf(signIn) })))("$name", ({ signIn, index }) => {
    const proof = result.proofs[index];
    expect(proof?.signIn).toBe(signIn);
    expect(proof?.outcome).toMatchObject(
      "session" in signIn.expected
        ? {
            session: `${signIn.expected.session}/${signIn.user}@contoso.onmicrosoft.com`,
            accountId: signIn.account.id,
            calls: signIn.expected.calls.map(({ action, expected }) => ({ action, allowed: expected === "allowed" })),
          }
        : { by: signIn.expected.by, code: signIn.expected.refusal },
    );
    expect(proof?.asExpected).toBe(true);
  });

  it("says the reasons in AWS's words", () => {
    const denials = result.proofs.flatMap(({ outcome }) =>
      outcome.kind === "session" ? outcome.calls.filter(({ allowed }) => !allowed) : [],
    );
    expect(denials.slice(0, 2).map(({ message }) => message)).toEqual([
      "User: arn:aws:sts::111122223333:assumed-role/Administrator/Test-AWSAdmin@contoso.onmicrosoft.com is not " +
        "authorized to perform: iam:UpdateSAMLProvider on resource: arn:aws:iam::111122223333:saml-provider/EntraID " +
        "with an explicit deny in a permissions boundary",
      "User: arn:aws:sts::111122223333:assumed-role/Developer/Test-AWSDeveloper@contoso.onmicrosoft.com is not " +
        "authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no identity-based " +
        "policy allows the iam:ListUsers action",
    ]);
  });

  it("leaves the clone as it was", () => {
    expect(committedConfigs()).toEqual(before);
  });

  it("tells its state to nobody else, and no password to anybody", () => {
    const key = readFileSync(join(folder, "key"), "utf8");
    expect(statSync(join(folder, "key")).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o077).toBe(0);
    const told = [JSON.stringify(events), ...filesIn(folder).map((file) => readFileSync(file, "utf8"))].join("\n");
    expect(told.split(key).length - 1).toBe(1); // in its own file
    expect(told).not.toMatch(/aA1-[\w-]{28}/); // the form of its passwords
  });
});

function isComplaint({ severity }: { severity: string }): boolean {
  return severity === "warning" || severity === "error";
}

function nameOf({ user, account, client, presentedTo, expected }: (typeof signIns)[number]): string {
  const where = presentedTo === undefined ? "" : ` whose response goes to ${JSON.stringify(presentedTo)}`;
  const end = "session" in expected ? `gets ${expected.session}` : `is refused with ${expected.refusal}`;
  return `${user} at ${account.name} (${client.label})${where} ${end}`;
}
