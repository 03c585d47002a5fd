import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { buildEngine, keptEngine } from "./build-engine";
import { output, which } from "./commands";
import { installEngine } from "./install-engine";
import { projectRoot } from "./project-root";
import { isAtLeast, oldestEngine, oldestGo, pinnedEngine } from "./versions";

/** A Pulumi engine that can run Node.js programs and policy packs. */
export interface Engine {
  /** Absolute path of `pulumi`. */
  readonly command: string;
  /** Such as `3.219.0`. */
  readonly version: string;
  /** Where it came from and why that one, for people: `built from Go modules, kept in .engine/`. */
  readonly origin: string;
}

/** There is no engine and none could be made; the message lists what was tried and the remedies. */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";

  constructor(tried: readonly string[]) {
    super(
      [
        "No Pulumi engine was found and none could be made:",
        ...tried.map((line) => `  - ${line}`),
        "Any one of these helps:",
        "  - install Pulumi (https://www.pulumi.com/docs/install/) so that `pulumi` is on PATH, " +
          `version ${oldestEngine} or newer`,
        `  - install Go ${oldestGo.replace(/\.0$/, "")} or newer (https://go.dev/dl/): the engine is then built from its ` +
          "published modules, once",
        "  - allow this machine to reach get.pulumi.com, from where the SDK's installer takes the engine",
      ].join("\n"),
    );
  }
}

/** What {@link findEngine} looks at; an argument so that a test can stand on a bare machine. */
export interface Machine {
  /** @default the process's PATH */
  readonly path?: string;
  /** The folder that keeps the engine. @default `.engine` in the project */
  readonly folder?: string;
  /** The folder of the wrapper modules. @default `engine/go` in the project */
  readonly modules?: string;
  /** @default the installer of `@pulumi/pulumi` */
  readonly install?: (folder: string) => Promise<string>;
  /** Ends a build, and goes on to no other way of getting an engine. */
  readonly signal?: AbortSignal;
}

/**
 * Finds a Pulumi engine, or makes one: first a new enough `pulumi` on PATH, then the one kept in `.engine/`, then one
 * built there from pinned Go modules, then the SDK's own installer.
 *
 * @param report is told what goes on while an engine is built
 * @throws EngineUnavailable with the remedies, or the signal's reason
 */
export async function findEngine(report: (text: string) => void, machine: Machine = {}): Promise<Engine> {
  const path = machine.path ?? process.env["PATH"] ?? "";
  const folder = machine.folder ?? join(projectRoot(), ".engine");
  const modules = machine.modules ?? join(projectRoot(), "engine", "go");
  const signal = machine.signal === undefined ? {} : { signal: machine.signal };
  const tried: string[] = [];

  const onPath = await engineOnPath(path, tried);
  if (onPath !== undefined) {
    return onPath;
  }
  if (existsSync(modules)) {
    const kept = keptEngine(folder, modules);
    if (kept !== undefined) {
      return { command: kept, version: pinnedEngine, origin: "built from Go modules earlier, kept in .engine/" };
    }
    const built = await engineFromGo({ path, folder, modules, report, ...signal }, tried);
    if (built !== undefined) {
      return built;
    }
    machine.signal?.throwIfAborted();
  }
  return installedEngine(machine.install ?? installEngine, folder, report, tried);
}

async function engineOnPath(path: string, tried: string[]): Promise<Engine | undefined> {
  const command = which("pulumi", path);
  if (command === undefined) {
    tried.push("`pulumi` is not on PATH");
    return undefined;
  }
  const version = await output(command, ["version"]).catch(() => "");
  if (!isAtLeast(version, oldestEngine)) {
    tried.push(`${command} is ${version.trim() || "not working"}; ${oldestEngine} or newer is needed`);
    return undefined;
  }
  if (which("pulumi-language-nodejs", [dirname(command), path].join(delimiter)) === undefined) {
    tried.push(`${command} has no pulumi-language-nodejs beside it or on PATH`);
    return undefined;
  }
  return { command, version: version.trim().replace(/^v/, ""), origin: `found on PATH, ${command}` };
}

async function engineFromGo(
  { path, ...options }: Omit<Parameters<typeof buildEngine>[0], "go"> & { path: string },
  tried: string[],
): Promise<Engine | undefined> {
  const go = which("go", path);
  if (go === undefined) {
    tried.push("`go` is not on PATH, so it cannot be built");
    return undefined;
  }
  const version = await output(go, ["env", "GOVERSION"]).catch(() => "");
  if (!isAtLeast(version, oldestGo)) {
    tried.push(`${go} is ${version.trim() || "not working"}; Go ${oldestGo} or newer builds the engine`);
    return undefined;
  }
  const started = Date.now();
  try {
    const command = await buildEngine({ go, ...options });
    const origin = `built from Go modules in ${duration(Date.now() - started)}, kept in .engine/`;
    return { command, version: pinnedEngine, origin };
  } catch (error) {
    tried.push(`building it from Go modules failed: ${messageOf(error)}`);
    return undefined;
  }
}

async function installedEngine(
  install: (folder: string) => Promise<string>,
  folder: string,
  report: (text: string) => void,
  tried: string[],
): Promise<Engine> {
  try {
    report("running the SDK's installer");
    const command = await install(folder);
    const version = (await output(command, ["version"])).trim().replace(/^v/, "");
    return { command, version, origin: "installed by the Pulumi SDK, kept in .engine/" };
  } catch (error) {
    tried.push(`the SDK's installer failed: ${messageOf(error)}`);
    throw new EngineUnavailable(tried);
  }
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split("\n").slice(-3).join(" / ");
}
