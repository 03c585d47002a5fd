import { posix } from "node:path";
import type { SarifResultBuilder } from "node-sarif-builder";
import { withoutControls } from "#core/problems";
import type { ReviewFinding } from "#cli/jobs";
import { uriPart } from "./uri-part";

type Result = NonNullable<ConstructorParameters<typeof SarifResultBuilder>[0]>;
type Location = NonNullable<Result["locations"]>[number];

/** Where there is no line, as of what is missing: code scanners show no result without a file. */
const projectFile = "Pulumi.yaml";

/**
 * The program's line and the resource's name.
 *
 * @param projectPath the project's folder from its repository's root, from where code scanners take paths
 */
export function sarifLocation({ location, resource }: ReviewFinding, projectPath: string): Location {
  const path = location && posix.normalize(`${projectPath}${location.file}`);
  const isInside = path !== undefined && !path.startsWith("../") && !posix.isAbsolute(path);
  const region = isInside
    ? { startLine: location?.line ?? 1, ...(location?.column !== undefined && { startColumn: location.column }) }
    : { startLine: 1 };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(isInside ? path : `${projectPath}${projectFile}`) },
      region,
    },
    ...(resource !== undefined && {
      logicalLocations: [
        {
          name: withoutControls(resource.name),
          fullyQualifiedName: withoutControls(resource.urn),
          kind: "resource",
        },
      ],
    }),
  };
}

function uriOf(path: string): string {
  return path.split("/").map(uriPart).join("/");
}
