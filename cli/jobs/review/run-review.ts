import { findEngine } from "#engine";
import type { Finding } from "#policy-packs/rules";
import { foreignFinding } from "./foreign-findings";
import { judgeReview } from "./judge-review";
import { findingOf, isOwn } from "./pack-findings";
import { previewStack } from "./preview-stack";
import { pathInRepository, positionsIn, projectFolder } from "./project-files";
import { readEventLog } from "./read-event-log";
import { readPreviewJson } from "./read-preview-json";
import { readState } from "./read-state";
import { reviewOf } from "./review-of";
import type { ReviewedInput, ReviewFinding, ReviewResult, SourceLocation } from "./review-result";
import { readSettings, type SettingFiles } from "./review-settings";
import type { ReviewedStack } from "./reviewed-stack";
import { sourceLocation } from "./source-location";

export interface ReviewOptions extends SettingFiles {
  /** Of Pulumi.yaml, or one below it; an absolute path. */
  readonly folder: string;
  /** @default the selected stack */
  readonly stack?: string;
  /** @default `Pulumi.<stack>.yaml` beside Pulumi.yaml */
  readonly configFile?: string;
  /** A finished run in place of a preview. @default none */
  readonly file?: { readonly kind: Exclude<ReviewedInput, "preview">; readonly path: string };
  /** Folders of other policy packs that take part in the preview. @default none */
  readonly policyPacks?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal?: AbortSignal;
}

const readers = {
  "event log": readEventLog,
  "preview JSON": readPreviewJson,
  state: readState,
} as const satisfies Record<Exclude<ReviewedInput, "preview">, (file: string) => Promise<ReviewedStack>>;

/**
 * Judges a stack by the rules of the policy pack, and adds what other policy packs said in the run.
 *
 * @throws UnreadableReview, EngineRefused, EngineUnavailable
 */
export async function runReview(options: ReviewOptions, progress: (text: string) => void): Promise<ReviewResult> {
  const { file, now } = options;
  const project = projectFolder(options.folder);
  const settings = await readSettings(options, project, now);
  const stack = file === undefined ? await preview(options, progress) : await readers[file.kind](file.path);
  progress("judging the stack");
  // What the pack said it has said of more than a log holds; only who brings other settings wants to hear it anew.
  const judgedByPack = stack.judgedByPack && options.config === undefined && options.waivers === undefined;
  const own = judgedByPack ? reported(stack) : await judgeReview(stack, settings, now);
  const foreign = stack.violations.filter((violation) => !isOwn(violation)).map(foreignFinding);
  const about = {
    project: stack.project,
    stack: stack.stack,
    input: file?.kind ?? ("preview" as const),
    judgedByPack,
    resources: stack.resources.filter(({ type }) => !type.startsWith("pulumi:")).length,
    projectPath: pathInRepository(project),
  };
  const ours = own.map((finding): ReviewFinding => ({ ...finding, pack: "entra-aws" }));
  return reviewOf(about, [...ours, ...foreign], locationsOf(stack, project));
}

async function preview(options: ReviewOptions, progress: (text: string) => void): Promise<ReviewedStack> {
  const { folder, stack, configFile, signal, policyPacks = [] } = options;
  const engine = await findEngine(progress, signal === undefined ? {} : { signal });
  progress("pulumi preview");
  return previewStack({ engine, folder, stack, configFile, signal }, policyPacks);
}

function reported({ violations }: ReviewedStack): readonly Finding[] {
  return violations.filter(isOwn).map((violation) => findingOf(violation) ?? foreignFinding(violation));
}

function locationsOf({ resources }: ReviewedStack, project: string): (urn: string) => SourceLocation | undefined {
  const positions = new Map(resources.map((resource) => [resource.urn, resource.positions]));
  const hasPosition = positionsIn(project);
  return (urn) => sourceLocation(positions.get(urn) ?? [], hasPosition);
}
