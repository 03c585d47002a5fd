import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseYaml } from "yaml";
import { projectRoot } from "#engine";
import type { StackConfig } from "./workbench";

/** The config of a committed stack file such as `Pulumi.account1.yaml`. */
export function parse(file: string): StackConfig {
  return (parseYaml(readFileSync(join(projectRoot(), file), "utf8")) as { config: StackConfig }).config;
}
