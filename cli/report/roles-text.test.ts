import { describe, expect, it } from "vitest";
import type { RolesResult, RoleVerdict } from "#cli/jobs";
import { paintFor } from "./paint";
import { renderRoles } from "./roles-text";

const plain = paintFor({ isTTY: false }, {});
const account = "arn:aws:iam::111122223333";

const imported: RoleVerdict = { key: "Developer", arn: `${account}:role/Developer`, state: "imported", assigned: true };
const skipped: RoleVerdict = {
  key: undefined,
  arn: `${account}:role/team/Legacy`,
  state: "skipped",
  assigned: false,
  reason: "several-actions",
  message: "the trust policy allows 2 actions",
  remedy: "allow one",
};

function text(change: Partial<RolesResult>, paint = plain): string {
  const result: RolesResult = {
    stack: "account1",
    accountId: "111122223333",
    application: { name: "Contoso AWS", clientId: "c", servicePrincipalId: "s" },
    job: {
      id: "aws.1",
      code: "Active",
      ended: true,
      lastExecution: { state: "Succeeded", ended: "2026-11-24T18:00:00Z" },
    },
    roles: [imported],
    complete: true,
    assignmentsToCome: false,
    ...change,
  };
  return renderRoles(result, paint);
}

const nextOf = (rendered: string) =>
  rendered.slice(rendered.indexOf("  next   ") + "  next   ".length).split(/\n {2,}/);

describe("the text of entra-aws roles", () => {
  it("says what came of each role, the account's others below, with reason and remedy", () => {
    expect(text({ roles: [imported, skipped] }).split("\n")).toEqual([
      "roles of account1  account 111122223333 · application Contoso AWS",
      "",
      "  import   Active, last cycle Succeeded at 2026-11-24T18:00:00Z",
      "",
      "  Developer     imported, assigned",
      "",
      "  others of the account",
      "",
      "  team/Legacy   not imported: the trust policy allows 2 actions",
      "                allow one",
      "",
      "  next   nothing: every role of the stack is imported and assigned",
    ]);
  });

  it("ends with the second pulumi up when assignments are to come", () => {
    const rendered = text({ roles: [{ ...imported, assigned: false }], assignmentsToCome: true });
    expect(rendered).toContain("imported, not assigned yet");
    expect(nextOf(rendered)).toEqual(["now run pulumi up again: it assigns the groups to the imported roles"]);
  });

  it("says what a quarantine calls for, by AWS's code", () => {
    const quarantine = { reason: "EncounteredQuarantineException", code: "AccessDenied", message: "no" };
    const rendered = text({ job: { id: "j", code: "Quarantine", ended: true, quarantine }, complete: false });
    expect(rendered).toContain("in quarantine (EncounteredQuarantineException): AccessDenied: no");
    expect(nextOf(rendered)).toEqual([
      "let the provisioning user call iam:ListRoles (pulumi up writes its policy; look for a deny above it)",
      "then run entra-aws roles again: it restarts the job, which lifts the quarantine",
    ]);
    const other = { ...quarantine, code: "constructor" };
    expect(nextOf(text({ job: { id: "j", code: "Quarantine", quarantine: other } }))[0]).toContain("provisioning logs");
  });

  const waiting = [{ ...imported, state: "waiting" as const, assigned: false }];

  it("says why a cycle failed that nobody of the tenant can mend, and that there is another", () => {
    const error = { code: "TimeoutError", message: "The roles could not be read" };
    const lastExecution = { state: "Failed", ended: "2026-11-24T18:00:00Z", error };
    const job = { id: "j", code: "Active", ended: true, lastExecution };
    const rendered = text({ job, roles: waiting, complete: false });
    expect(rendered).toContain("the last cycle imported nothing: TimeoutError: The roles could not be read");
    expect(nextOf(rendered)[0]).toContain("wait: a cycle begins every 40 minutes");
  });

  it("does not promise the next cycle where the application has no room", () => {
    const lastExecution = { state: "EntryLevelErrors", ended: "2026-11-24T18:00:00Z", notWritten: 2 };
    const job = { id: "j", code: "Active", ended: true, lastExecution };
    const rendered = text({ job, roles: waiting, complete: false });
    expect(rendered).toContain("roles that the last cycle could not write: 2");
    expect(nextOf(rendered)).toEqual([
      "make room: an application has 700 app roles at most, disabled ones counted; remove those of roles that are gone, " +
        "then run entra-aws roles again",
    ]);
  });

  it("tells nobody to wait for a job that is paused", () => {
    const rendered = text({ job: { id: "j", code: "Paused" }, roles: waiting, complete: false });
    expect(nextOf(rendered)).toEqual(["entra-aws roles without --no-restart starts the job, which is paused"]);
  });

  it("says that a cycle goes on when it was not waited for to its end", () => {
    const roles = [{ ...imported, state: "waiting" as const }];
    const rendered = text({ job: { id: "j", code: "Active", ended: false }, roles, complete: false });
    expect(rendered).toContain("has not ended in time; it goes on");
    expect(nextOf(rendered)).toEqual([
      "wait: a cycle begins every 40 minutes; entra-aws roles --no-restart looks again",
    ]);
  });

  it("lets no name of a cloud steer the terminal, and keeps its own colours", () => {
    const hostile = { ...skipped, arn: `${account}:role/x\u001B[2Jy\u001B[31m`, message: "line\nbreak" };
    const rendered = text({
      roles: [hostile],
      application: { name: "\u202Eevil", clientId: "", servicePrincipalId: "" },
    });
    expect(rendered).toContain("x\\u{1b}[2Jy\\u{1b}[31m");
    expect(rendered).toContain("line\\u{a}break");
    expect(rendered).toContain("\\u{202e}evil");
    expect(text({}, paintFor({ isTTY: true }, {}))).toContain("\u001B[32mimported\u001B[39m");
  });
});
