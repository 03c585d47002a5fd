import type { Command } from "commander";
import { absolutePath } from "./absolute-path";

/** Which stack a verb is about, as its flags say it; nothing that was not given. */
export interface StackOptions {
  readonly stack?: string;
  readonly cwd?: string;
  readonly configFile?: string;
}

/** A stack as a job is told of it. */
export interface StackFolder {
  /** Of Pulumi.yaml, or one below it; an absolute path. */
  readonly folder: string;
  readonly stack?: string;
  readonly configFile?: string;
}

/** The flags by which every verb about a stack is told which one. */
export function withStackOptions(verb: Command): Command {
  return verb
    .option("--stack <name>", "the stack (default: the selected one)")
    .option("-C, --cwd <folder>", "the folder of Pulumi.yaml (default: the current one)", absolutePath)
    .option("--config-file <file>", "the stack's config, in place of Pulumi.<stack>.yaml", absolutePath);
}

export function stackFolder({ stack, cwd = process.cwd(), configFile }: StackOptions): StackFolder {
  return { folder: cwd, ...(stack !== undefined && { stack }), ...(configFile !== undefined && { configFile }) };
}
