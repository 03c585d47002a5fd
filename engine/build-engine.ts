import { join } from "node:path";
import { type BinarySet, type Build, buildBinaries, keptBinaries } from "./build-binaries";
import { pinnedEngine } from "./versions";

const version = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pinnedEngine}`;

/** How engines before 3.221 start a policy pack written for Node.js. */
const analyzer = `#!/bin/sh
# Starts a policy pack with the SDK of the project in whose folder, or below it, the engine runs.
exec node "$(node -p "require.resolve('@pulumi/pulumi/cmd/run-policy-pack')")" "$@"
`;

/** What an engine consists of, in the order in which it is built. */
const engine: BinarySet = {
  name: "bin",
  parts: [
    {
      module: "pulumi",
      package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
      binary: "pulumi",
      flags: ["-tags", "osusergo,grpcnotrace", "-ldflags", `-s -w ${version}`],
    },
    {
      module: "language-nodejs",
      package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
      binary: "pulumi-language-nodejs-host",
      flags: ["-ldflags", "-s -w"],
    },
    { module: "language-nodejs", package: ".", binary: "pulumi-language-nodejs", flags: ["-ldflags", "-s -w"] },
  ],
  scripts: { "pulumi-analyzer-policy": analyzer },
};

/** The `pulumi` that an earlier {@link buildEngine} left, unless what it was made from has changed since. */
export function keptEngine(folder: string, modules: string): string | undefined {
  const kept = keptBinaries(engine, folder, modules);
  return kept === undefined ? undefined : join(kept, "pulumi");
}

/** Builds the engine, its Node.js host and the starter of policy packs, and returns the path of `pulumi`. */
export async function buildEngine(build: Build): Promise<string> {
  return join(await buildBinaries(engine, build), "pulumi");
}
