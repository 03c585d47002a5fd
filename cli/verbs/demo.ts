import { join } from "node:path";
import { Command } from "commander";
import { type DemoEvent, runDemo } from "#cli/jobs";
import {
  ProgressLine,
  paintFor,
  renderDemoAccount,
  renderDemoEnd,
  renderDemoSignIn,
  renderField,
  renderIntroduction,
} from "#cli/report";
import { projectRoot } from "#engine";
import { absolutePath } from "../absolute-path";
import { cancellationOf } from "../cancellation";
import { exitCodeOf } from "../exit-code-of";
import { exitCodes } from "../exit-codes";

interface Options {
  readonly state?: string;
  readonly json?: boolean;
}

/** `entra-aws demo`: the account stack for two accounts against the emulated clouds, and sign-ins that prove it. */
export function demo(): Command {
  return new Command("demo")
    .description("federate two emulated AWS accounts with an emulated tenant by a real pulumi up, and sign in")
    .option("--state <folder>", "keep clouds and stacks there between runs (default: .emulated)", absolutePath)
    .option("--json", "print one JSON document instead of text")
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
}

async function show(options: Options): Promise<number> {
  const signal = cancellationOf(process);
  const progress = new ProgressLine(process.stderr);
  const print = options.json === true ? (): void => undefined : (text: string) => process.stdout.write(`${text}\n`);
  const paint = paintFor(process.stdout, process.env);
  print(renderIntroduction(paint));
  let isFirstSignIn = true;
  const tell = (event: DemoEvent): void => {
    if (event.kind === "progress") {
      progress.show(event.text);
      return;
    }
    progress.clear();
    print(render(event, isFirstSignIn));
    isFirstSignIn &&= event.kind !== "sign-in";
  };
  const render = (event: Exclude<DemoEvent, { kind: "progress" }>, isFirst: boolean): string => {
    switch (event.kind) {
      case "engine":
        return renderField("engine", `pulumi ${event.engine.version}, ${event.engine.origin}`);
      case "clouds": {
        const names = event.accounts.map(({ id, name }) => `${id} ${name}`).join(", ");
        return renderField("emulated clouds", `tenant ${event.domain} · accounts ${names}\n`);
      }
      case "up":
        return renderDemoAccount(event.up);
      case "sign-in":
        return renderDemoSignIn(event.proof, paint, isFirst);
    }
  };
  const work = async (): Promise<number> => {
    const result = await runDemo({ folder: options.state ?? join(projectRoot(), ".emulated"), signal }, tell);
    progress.clear();
    if (options.json === true) {
      process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    }
    print(renderDemoEnd(result.asExpected, paint));
    return result.asExpected ? exitCodes.done : exitCodes.findings;
  };
  return exitCodeOf(work, {
    signal,
    progress,
    whenCancelled: "cancelled; run it again and it goes on from where it was",
  });
}
