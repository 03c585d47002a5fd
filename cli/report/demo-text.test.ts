import { describe, expect, it } from "vitest";
import type { AccountUp, SignInProof } from "#cli/jobs";
import { renderDemoAccount, renderDemoEnd, renderDemoSignIn } from "./demo-text";
import { paintFor } from "./paint";

const plain = paintFor({ isTTY: false }, {});
const account = { stack: "account1", id: "111122223333", name: "Account1" } as const;
const client = { label: "MFA", mfa: true, ip: "203.0.113.10" };

function up(outcome: Partial<AccountUp["outcome"]>): AccountUp {
  const nothing = { succeeded: true, exitCode: 0, stdout: "", stderr: "", milliseconds: 1940 };
  return {
    account,
    outputs: {},
    rules: 1,
    outcome: { ...nothing, changes: {}, steps: [], diagnostics: [], violations: [], ...outcome },
  };
}

describe("an account's line", () => {
  it("counts what changed, in the order in which it matters, and the findings", () => {
    expect(renderDemoAccount(up({ changes: { same: 3, create: 27 } }))).toBe(
      "  pulumi up  account1  27 created, 3 unchanged   1.9 s   policies: 1 rule, no findings",
    );
  });

  it("shows each finding as one line, and each warning below it", () => {
    const violation = {
      policyPack: "p",
      policy: "naming",
      enforcement: "mandatory",
      urn: "u",
      message: "The policies\n[naming] wrong name\n  remedy",
    };
    const warning = { severity: "warning", urn: "", message: "certificate expired" };
    expect(
      renderDemoAccount(up({ violations: [violation], diagnostics: [warning] }))
        .split("\n")
        .slice(1),
    ).toEqual(["             mandatory  [naming] wrong name", "             warning: certificate expired"]);
  });
});

describe("a sign-in's lines", () => {
  const signIn = { user: "Test-AWSAdmin", account, client, expected: { session: "Administrator", calls: [] } } as const;

  it("show the session and each call's verdict with its reason", () => {
    const proof: SignInProof = {
      signIn,
      asExpected: true,
      outcome: {
        kind: "session",
        session: "Administrator/Test-AWSAdmin@contoso.onmicrosoft.com",
        accountId: account.id,
        calls: [
          { action: "iam:ListUsers", expected: "allowed", allowed: true, message: "" },
          {
            action: "iam:UpdateSAMLProvider",
            expected: "permissions boundary",
            allowed: false,
            message:
              "User: a is not authorized to perform: b on resource: c with an explicit deny in a permissions boundary",
          },
          {
            action: "iam:ListUsers",
            expected: "nothing allows it",
            allowed: false,
            message:
              "User: a is not authorized to perform: b on resource: c because no identity-based policy allows the b action",
          },
        ],
      },
    };
    expect(
      renderDemoSignIn(proof, plain, false)
        .split("\n")
        .map((line) => line.trim()),
    ).toEqual([
      "Test-AWSAdmin      Account1  MFA                Administrator/Test-AWSAdmin@contoso.onmicrosoft.com @ 111122223333",
      "iam:ListUsers allowed · iam:UpdateSAMLProvider denied by the permissions boundary · " +
        "iam:ListUsers denied, no identity-based policy allows it",
    ]);
  });

  it("break a long refusal between words and say when it was not the expected one", () => {
    const message = "a ".repeat(80).trim();
    const outcome = { kind: "refusal", by: "Entra", code: "AADSTS50105", message } as const;
    const lines = renderDemoSignIn({ signIn, outcome, asExpected: false }, plain, false).split("\n");
    expect(lines.every((line) => line.length <= 50 + 84)).toBe(true);
    expect(lines.at(-1)?.trim()).toBe("not as the example says: please report it");
  });

  it("stand under a head, the first time", () => {
    const outcome = { kind: "refusal", by: "AWS", code: "AccessDenied", message: "no" } as const;
    expect(renderDemoSignIn({ signIn, outcome, asExpected: true }, plain, true)).toMatch(
      /^\n {2}who +account +client +session/,
    );
  });
});

describe("colours", () => {
  it("are for terminals, unless NO_COLOR is set", () => {
    expect(paintFor({ isTTY: true }, {}).bad("no")).toBe("\u001B[31mno\u001B[39m");
    expect(paintFor({ isTTY: true }, { NO_COLOR: "1" }).bad("no")).toBe("no");
    expect(plain.bad("no")).toBe("no");
  });
});

describe("the end", () => {
  it("says when not everything came out as expected", () => {
    expect(renderDemoEnd(false, plain)).toContain("Not everything came out as the example says");
    expect(renderDemoEnd(true, plain)).not.toContain("Not everything");
  });
});
