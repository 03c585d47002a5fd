import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellCommand } from "./shell-command";

describe("shellCommand", () => {
  it("leaves plain words plain", () => {
    expect(shellCommand(["aws", "iam", "delete-role", "--role-name", "Developer"])).toBe(
      "aws iam delete-role --role-name Developer",
    );
  });

  it.each(["it's", "$(touch /tmp/no)", "`id`", "a b", "a;b", "--x=*", "urn:pulumi:s::p::a$b::c"])(
    "quotes %s, which a shell then takes for itself",
    (word) => {
      expect(execFileSync("sh", ["-c", shellCommand(["printf", "%s", word])], { encoding: "utf8" })).toBe(word);
    },
  );

  it("shows what a terminal would obey", () => {
    expect(shellCommand(["a\u001b[2J"])).toBe("'a\\u{1b}[2J'");
  });
});
