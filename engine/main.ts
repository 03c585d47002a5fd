import { findEngine } from "./find-engine";
import { findYamlHost } from "./find-yaml-host";

/** Has an engine and the host of YAML programs ready before somebody needs them: `npm test` runs this beside the first checks. */
async function prepare(): Promise<void> {
  const quiet = (): void => undefined;
  const { version, origin } = await findEngine(quiet);
  await findYamlHost(quiet);
  console.log(`pulumi ${version}, ${origin}`);
}

void prepare().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 3;
});
