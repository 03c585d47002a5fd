import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseDocument } from "yaml";
import type { Configuration, Waivers } from "#policy-packs/rules";
import { parseWaivers } from "#policy-packs/waivers";
import { plainObject } from "./plain-object";
import { readText } from "./read-json-file";
import { UnreadableReview } from "./unreadable-review";

const defaultWaivers = "entra-aws.waivers.yaml";
const configRemedy = "Give a YAML or JSON object as the policy pack takes it.";
const waiversRemedy = `Name the file of waivers, or leave it out; ${defaultWaivers} in the project is found by itself.`;

/** By what a stack is judged. */
export interface ReviewSettings {
  readonly configuration: Configuration;
  readonly waivers: Waivers;
}

export interface SettingFiles {
  /** The rules' configuration, as the policy pack takes it. @default every rule by its own defaults */
  readonly config?: string;
  /** @default what the configuration names, from its own folder; else `entra-aws.waivers.yaml` of the project, if there is one */
  readonly waivers?: string;
}

/** @param now milliseconds since 1970 @throws UnreadableReview */
export async function readSettings(files: SettingFiles, project: string, now: number): Promise<ReviewSettings> {
  const configuration = files.config === undefined ? {} : await readConfiguration(files.config);
  const file = waiversFile(files, configuration, project);
  const text = file === undefined ? "" : await readText(file, waiversRemedy);
  return { configuration, waivers: parseWaivers(text, now) };
}

/** The object itself, or as `--policy-pack-config` has it, below the policy's name. */
async function readConfiguration(file: string): Promise<Configuration> {
  const object = plainObject(valueOf(await readText(file, configRemedy), file) ?? {});
  if (object === undefined) throw new UnreadableReview(file, "it is not an object", configRemedy);
  const [key, ...others] = Object.keys(object);
  return (key === "entra-aws" && others.length === 0 && plainObject(object[key])) || object;
}

function valueOf(text: string, file: string): unknown {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    if (document.errors.length === 0) return document.toJS({ maxAliasCount: 100 });
  } catch {
    // Aliases that multiply, and nesting that the reader cannot follow.
  }
  throw new UnreadableReview(file, "it is neither YAML nor JSON", configRemedy);
}

function waiversFile(files: SettingFiles, { waivers }: Configuration, project: string): string | undefined {
  if (files.waivers !== undefined) return files.waivers;
  if (typeof waivers === "string" && files.config !== undefined) return resolve(dirname(files.config), waivers);
  const beside = join(project, defaultWaivers);
  return existsSync(beside) ? beside : undefined;
}
