import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import { type TestContext, vi } from "vitest";

export { alterations } from "./saml-alterations";

/** What a judge who shares no code of ours says of a response, and why. */
export interface Verdict {
  accepted: boolean;
  reason: string;
}

/** `@node-saml/node-saml`: signature, dates and audience, as a service provider in Node would judge. */
export async function acceptsNodeSaml(
  xml: string,
  certificate: string,
  { audience, now }: { audience: string; now?: Date },
): Promise<Verdict> {
  const serviceProvider = new SAML({
    idpCert: certificate,
    issuer: audience,
    audience,
    callbackUrl: audience,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    validateInResponseTo: ValidateInResponseTo.never,
  });
  if (now) vi.useFakeTimers({ toFake: ["Date"], now });
  try {
    const SAMLResponse = Buffer.from(xml, "utf8").toString("base64");
    const { profile } = await serviceProvider.validatePostResponseAsync({ SAMLResponse });
    return { accepted: profile !== null, reason: profile === null ? "no profile" : "accepted" };
  } catch (error) {
    return { accepted: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    if (now) vi.useRealTimers();
  }
}

/** xmlsec1, as command or as Python module: the signature alone, by the given certificate and no other. */
export function acceptsXmlsec1(xml: string, certificate: string): Verdict {
  const judge = findXmlsec1();
  if (judge === undefined) throw new Error(`${missing}: skip such a test with skipWithoutXmlsec1`);
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-xmlsec1-"));
  try {
    const response = join(folder, "response.xml");
    const pem = join(folder, "certificate.pem");
    writeFileSync(response, xml);
    writeFileSync(
      pem,
      `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, "$&\n").trim()}\n-----END CERTIFICATE-----\n`,
    );
    const [command, ...rest] = judge(response, pem);
    const { status, stderr, stdout } = spawnSync(command, rest, { encoding: "utf8" });
    return { accepted: status === 0, reason: `${stdout}${stderr}`.trim() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Skips a test where there is no xmlsec1 at all, loudly; with CI=true it fails instead. */
export function skipWithoutXmlsec1(context: Pick<TestContext, "skip">): void {
  if (findXmlsec1() !== undefined) return;
  if (process.env["CI"] === "true") throw new Error(missing);
  console.warn(`skipped: ${missing}`);
  context.skip(missing);
}

const missing = "there is neither the command xmlsec1 nor a python3 with the module xmlsec";

type Xmlsec1 = (response: string, certificate: string) => [command: string, ...rest: string[]];

let found: { judge: Xmlsec1 | undefined } | undefined;

function findXmlsec1(): Xmlsec1 | undefined {
  found ??= { judge: commandLine() ?? pythonModule() };
  return found.judge;
}

function commandLine(): Xmlsec1 | undefined {
  const [, major = 0, minor = 0] = /xmlsec1 (\d+)\.(\d+)/.exec(output("xmlsec1", "--version") ?? "")?.map(Number) ?? [];
  if (major === 0) return undefined;
  // From 1.3 on a key without a name is only found when the search is lax.
  const lax = major > 1 || minor >= 3 ? ["--lax-key-search"] : [];
  const ids = ["assertion:Assertion", "protocol:Response"].flatMap((name) => [
    "--id-attr:ID",
    `urn:oasis:names:tc:SAML:2.0:${name}`,
  ]);
  // KeyInfo must not bring its own key, so that only the given certificate counts.
  const only = ["--enabled-key-data", "key-name"];
  return (response, certificate) => [
    "xmlsec1",
    "--verify",
    ...lax,
    ...only,
    ...ids,
    "--pubkey-cert-pem",
    certificate,
    response,
  ];
}

const script = `
import sys, lxml.etree, xmlsec
root = lxml.etree.parse(sys.argv[1]).getroot()
xmlsec.tree.add_ids(root, ["ID"])
context = xmlsec.SignatureContext()
context.key = xmlsec.Key.from_file(sys.argv[2], xmlsec.constants.KeyDataFormatCertPem)
context.verify(xmlsec.tree.find_node(root, xmlsec.constants.NodeSignature))
`;

function pythonModule(): Xmlsec1 | undefined {
  const prepared = resolve(__dirname, "../../.engine/python/bin/python3");
  const python = ["python3", prepared].find(
    (command) => output(command, "-c", "import lxml.etree, xmlsec") !== undefined,
  );
  return python === undefined ? undefined : (response, certificate) => [python, "-c", script, response, certificate];
}

function output(command: string, ...rest: readonly string[]): string | undefined {
  if (command.startsWith("/") && !existsSync(command)) return undefined;
  try {
    return execFileSync(command, rest, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
