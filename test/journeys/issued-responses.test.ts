import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInAtTile } from "#cli/jobs";
import { parseMetadata } from "#core/saml/metadata";
import { decodeResponse } from "#core/saml/response";
import { type Tenant, myApps } from "#emulators/entra";
import { acceptsNodeSaml, acceptsXmlsec1, alterations, skipWithoutXmlsec1 } from "../parity/saml-judges";
import { parse } from "./stack-config";
import { type Workbench, openWorkbench, succeeded } from "./workbench";

const password = "Made-up-passw0rd";
const people = [
  ["account1", "Test-AWSAdmin"],
  ["account1", "Test-AWSDeveloper"],
  ["account2", "Test-AWSAdmin"],
  ["account2", "Test-AWSDeveloper"],
] as const;

/** What the emulated tenant issues for the stacks' applications, before judges that nobody here wrote. */
describe("the SAML response of", () => {
  let bench: Workbench;
  const outputs = new Map<string, Record<string, string>>();

  beforeAll(async () => {
    bench = await openWorkbench();
    const users = ["Test-AWSAdmin", "Test-AWSDeveloper", "Test-AWSGuest"];
    const passwords = JSON.stringify(Object.fromEntries(users.map((user) => [user, password])));
    for (const stack of ["account1", "account2"]) {
      const secrets: Record<string, string> = stack === "account1" ? { "entra-aws:testUserPasswords": passwords } : {};
      await bench.configure(stack, parse(`Pulumi.${stack}.yaml`), secrets);
      succeeded(await bench.pulumi(stack, ["up", "--yes", "--skip-preview"]));
      const shown = succeeded(await bench.pulumi(stack, ["stack", "output", "--json"]));
      outputs.set(stack, JSON.parse(shown.stdout) as Record<string, string>);
    }
  });

  afterAll(() => bench.close());

  function tenant(): Tenant {
    return JSON.parse(readFileSync(join(bench.folder, "clouds", "tenant", "tenant.json"), "utf8")) as Tenant;
  }

  async function issued(stack: string, user: string): Promise<{ xml: string; certificate: string }> {
    const { samlResponse } = await signInAtTile({
      tenantUrl: bench.clouds.tenant.url,
      signInUrl: outputs.get(stack)?.["signInUrl"] ?? "",
      userPrincipalName: `${user}@contoso.onmicrosoft.com`,
      password,
      client: { label: "MFA", mfa: true, ip: "203.0.113.10" },
    });
    const decoded = decodeResponse(samlResponse);
    const parsed = parseMetadata(await metadataOf(stack));
    if (!("xml" in decoded) || !("metadata" in parsed)) {
      throw new Error("The emulated tenant issued what our own readers refuse.");
    }
    return { xml: decoded.xml, certificate: parsed.metadata.certificates[0] ?? "" };
  }

  async function metadataOf(stack: string): Promise<string> {
    const appId = outputs.get(stack)?.["clientId"] ?? "";
    const path = `/${tenant().id}/federationmetadata/2007-06/federationmetadata.xml?appid=${appId}`;
    return (await fetch(bench.clouds.tenant.url + path)).text();
  }

  describe.each(people)("%s, %s", (stack, user) => {
    it("is accepted by node-saml and by xmlsec1", async (context) => {
      skipWithoutXmlsec1(context);
      const { xml, certificate } = await issued(stack, user);
      const audience = "https://signin.aws.amazon.com/saml";
      expect(await acceptsNodeSaml(xml, certificate, { audience })).toMatchObject({ accepted: true });
      expect(acceptsXmlsec1(xml, certificate)).toMatchObject({ accepted: true });
    });

    it("is refused by both after one changed character in any signed value", async (context) => {
      skipWithoutXmlsec1(context);
      const { xml, certificate } = await issued(stack, user);
      const audience = "https://signin.aws.amazon.com/saml";
      const changes = alterations(xml);
      const names = changes.map(({ name }) => name).join(" ");
      for (const value of ["NameID", "Audience", "Recipient", "NotOnOrAfter", "DigestValue", "SignatureValue"]) {
        expect(names).toContain(value);
      }
      for (const { name, xml: changed } of changes) {
        expect([name, (await acceptsNodeSaml(changed, certificate, { audience })).accepted]).toEqual([name, false]);
        expect([name, acceptsXmlsec1(changed, certificate).accepted]).toEqual([name, false]);
      }
    });
  });

  it("who may use an application goes with a tile in My Apps", () => {
    const tilesOf = (name: string): string[] => {
      const user = tenant().users.find(({ displayName }) => displayName === name);
      return user === undefined ? [] : myApps(tenant(), user).map(({ displayName }) => displayName);
    };
    expect(tilesOf("Test-AWSDeveloper")).toEqual([
      "Contoso AWS Account1 (111122223333)",
      "Contoso AWS Account2 (444455556666)",
    ]);
    expect(tilesOf("Test-AWSGuest")).toEqual(["Contoso AWS Account1 (111122223333)"]);
  });
});
