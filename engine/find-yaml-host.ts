import { dirname, join } from "node:path";
import { type BinarySet, buildBinaries, keptBinaries } from "./build-binaries";
import { which } from "./commands";
import { projectRoot } from "./project-root";

/** The host of programs written in YAML; only who runs such a program needs it, so it is built apart from the engine. */
const yamlHost: BinarySet = {
  name: "yaml",
  parts: [
    {
      module: "language-yaml",
      package: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
      binary: "pulumi-language-yaml",
      flags: ["-ldflags", "-s -w"],
    },
  ],
};

/**
 * The folder of `pulumi-language-yaml`: one on PATH, as an installed Pulumi has it, else the one kept in `.engine/yaml`,
 * else one built there from its pinned Go module.
 *
 * @throws when there is none and no `go` that could build it
 */
export async function findYamlHost(report: (text: string) => void): Promise<string> {
  const path = process.env["PATH"] ?? "";
  const installed = which("pulumi-language-yaml", path);
  if (installed !== undefined) {
    return dirname(installed);
  }
  const [folder, modules] = [join(projectRoot(), ".engine"), join(projectRoot(), "engine", "go")];
  const kept = keptBinaries(yamlHost, folder, modules);
  if (kept !== undefined) {
    return kept;
  }
  const go = which("go", path);
  if (go === undefined) {
    throw new Error(
      "Programs in YAML need pulumi-language-yaml on PATH (an installed Pulumi has it), or Go to build it.",
    );
  }
  return buildBinaries(yamlHost, { go, folder, modules, report });
}
