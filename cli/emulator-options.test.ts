import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { accountOption, entraCloudOption, portOption, stateOption } from "./emulator-options";

function parsed(...words: string[]): Record<string, unknown> {
  const options = [stateOption(), portOption(), accountOption(), entraCloudOption()];
  const command = options.reduce((all, option) => all.addOption(option), new Command("start"));
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  return command.parse(words, { from: "user" }).opts();
}

describe("an emulator's options", () => {
  it("name accounts, each of its partition", () => {
    const words = ["--account", "111122223333:Account1", "--account", "444455556666:Agency:aws-us-gov"];
    expect(parsed(...words, "--entra-cloud", "usgov")).toMatchObject({
      account: [
        { id: "111122223333", name: "Account1", partition: "aws" },
        { id: "444455556666", name: "Agency", partition: "aws-us-gov" },
      ],
      entraCloud: "usgov",
    });
  });

  it.each([
    [["--account", "1:Account1"], "12 digits, a colon and a name are needed"],
    [["--account", "111122223333"], "12 digits, a colon and a name are needed"],
    [["--account", "111122223333:A:aws-eu"], "the partition is one of aws, aws-us-gov, aws-cn"],
    [["--account", "111122223333:A:toString"], "12 digits, a colon and a name are needed"],
    [["--account", "111122223333:A", "--account", "111122223333:B"], "account 111122223333 is given twice"],
    [["--entra-cloud", "germany"], "Allowed choices are public, usgov, china"],
    [["--port", "0"], "a port from 1 to 65530 is needed"],
    [["--port", "65531"], "a port from 1 to 65530 is needed"],
    [["--state", ""], "a path is needed"],
  ])("%j are refused: %s", (words, message) => {
    expect(() => parsed(...words)).toThrow(message);
  });

  it("leave room for five more ports", () => {
    expect(parsed("--port", "65530")).toMatchObject({ port: 65_530 });
  });
});
