import { Command, Option } from "commander";
import {
  type Failure,
  failsReview,
  failures,
  type ReviewOptions,
  type ReviewResult,
  runReview,
  writeReport,
} from "#cli/jobs";
import { paintFor, ProgressLine, renderReview, renderReviewMarkdown, renderReviewSarif } from "#cli/report";
import { absolutePath } from "../absolute-path";
import { cancellationOf } from "../cancellation";
import { exitCodeOf } from "../exit-code-of";
import { exitCodes } from "../exit-codes";
import { type StackOptions, stackFolder, withStackOptions } from "../stack-options";

/** Standard output, as a form's place. */
const standardOutput = "-";

const forms = {
  markdown: renderReviewMarkdown,
  sarif: renderReviewSarif,
  json: (review: ReviewResult) => `${JSON.stringify(review, undefined, 2)}\n`,
} as const satisfies Record<string, (review: ReviewResult) => string>;

type Form = keyof typeof forms;
const formNames = Object.keys(forms) as Form[];

const inputs = {
  eventLog: "event log",
  previewJson: "preview JSON",
  state: "state",
} as const satisfies Record<string, NonNullable<ReviewOptions["file"]>["kind"]>;

interface Options extends StackOptions, Partial<Record<Form | keyof typeof inputs, string>> {
  readonly policyPack: readonly string[];
  readonly config?: string;
  readonly waivers?: string;
  readonly failOn?: Failure;
}

/** `entra-aws review`: what the policy pack finds in a stack before it is deployed, for people, comments and scanners. */
export function review(): Command {
  return withStackOptions(new Command("review"))
    .description("judge a stack by the policy pack's rules before anything is deployed; changes nothing")
    .option("--event-log <file>", "judge a finished run's event log instead of a new preview", absolutePath)
    .option("--preview-json <file>", "judge what pulumi preview --json has printed", absolutePath)
    .option("--state <file>", "judge what pulumi stack export has printed", absolutePath)
    .option("--policy-pack <folder>", "another pack that takes part in the preview; can be repeated", folders, [])
    .option("--config <file>", "the rules' configuration, in YAML or JSON", absolutePath)
    .option("--waivers <file>", "the file of waivers (default: entra-aws.waivers.yaml of the project)", absolutePath)
    .addOption(form("markdown", "a comment for a pull request"))
    .addOption(form("sarif", "SARIF 2.1.0 for code scanners"))
    .addOption(form("json", "one JSON document"))
    .addOption(
      new Option("--fail-on <severity>", "end with 1 from this severity on (default: for what is mandatory)").choices(
        failures,
      ),
    )
    .action(async (options: Options) => {
      process.exitCode = await show(options);
    });
}

function form(name: Form, what: string): Option {
  return new Option(`--${name} [file]`, `also write ${what}; without a file, or as -, print that alone`)
    .preset(standardOutput)
    .argParser((file) => (file === standardOutput ? file : absolutePath(file)));
}

function folders(given: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, absolutePath(given)];
}

async function show(options: Options): Promise<number> {
  const wrong = contradiction(options);
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}\n(entra-aws review --help shows what there is)\n`);
    return exitCodes.usage;
  }
  const signal = cancellationOf(process);
  const progress = new ProgressLine(process.stderr);
  const work = async (): Promise<number> => {
    const result = await runReview(jobOptions(options, signal), (text) => {
      progress.show(text);
    });
    progress.clear();
    await writeForms(options, result);
    return failsReview(result, options.failOn) ? exitCodes.findings : exitCodes.done;
  };
  return exitCodeOf(work, { signal, progress, whenCancelled: "cancelled; nothing was changed" });
}

async function writeForms(options: Options, result: ReviewResult): Promise<void> {
  for (const name of formNames) {
    const file = options[name];
    if (file === undefined) continue;
    const text = forms[name](result);
    if (file === standardOutput) process.stdout.write(text);
    else await writeReport(file, text);
  }
  if (formNames.every((name) => options[name] !== standardOutput)) {
    process.stdout.write(`${renderReview(result, paintFor(process.stdout, process.env))}\n`);
  }
}

function contradiction(options: Options): string | undefined {
  const printed = formNames.filter((name) => options[name] === standardOutput).map((name) => `--${name}`);
  if (printed.length > 1)
    return `only one form can be printed, and not ${printed.join(" and ")}: give files for the rest`;
  const files = filesOf(options);
  if (files.length > 1) return "one review is of one input: give only one of --event-log, --preview-json and --state";
  const isPreview = files.length === 0;
  if (!isPreview && options.policyPack.length > 0) return "--policy-pack is for a preview, and not for a finished run";
  const stray =
    options.stack !== undefined ? "--stack" : options.configFile !== undefined ? "--config-file" : undefined;
  return isPreview || stray === undefined
    ? undefined
    : `${stray} is for a preview: a file says itself of which stack it is`;
}

function filesOf(options: Options): readonly NonNullable<ReviewOptions["file"]>[] {
  return Object.entries(inputs).flatMap(([name, kind]) => {
    const path = options[name as keyof typeof inputs];
    return path === undefined ? [] : [{ kind, path }];
  });
}

function jobOptions(options: Options, signal: AbortSignal): ReviewOptions {
  const { policyPack, config, waivers } = options;
  const [file] = filesOf(options);
  return { ...stackFolder(options), policyPacks: policyPack, config, waivers, file, now: Date.now(), signal };
}
