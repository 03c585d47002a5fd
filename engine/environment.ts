import { mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "./find-engine";

/** Variables of the caller that a hermetic run keeps: where things are, and certificates. No proxy: all is on loopback. */
const kept = ["HOME", "LANG", "TMPDIR", "TZ", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"] as const;

/**
 * The environment of a run that touches nothing but `folder`: its own Pulumi home and backend, no update check, no
 * plugin download, and none of the caller's cloud credentials.
 *
 * @param folder an absolute path; is made when it is missing; the stacks' states are kept there
 * @param providers port of each provider that a process serves itself, such as `{ aws: 4100 }`
 */
export function hermeticEnvironment(
  engine: Engine,
  folder: string,
  options: { passphrase: string; providers: Readonly<Record<string, number>> },
): Record<string, string> {
  const backend = join(folder, "backend");
  mkdirSync(backend, { recursive: true, mode: 0o700 });
  const caller = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return {
    ...Object.fromEntries(caller),
    PATH: [dirname(engine.command), dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: pathToFileURL(backend).href,
    PULUMI_CONFIG_PASSPHRASE: options.passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    PULUMI_DEBUG_PROVIDERS: Object.entries(options.providers)
      .map(([name, port]) => `${name}:${port}`)
      .join(","),
  };
}
