import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tenant } from "#emulators/entra";
import { testCertificate } from "../fixtures/test-certificate";
import { switchableFaults } from "./interruptions";
import { countingFaults } from "./random-interruptions";
import { parse } from "./stack-config";
import { type StackConfig, type Workbench, openWorkbench, succeeded } from "./workbench";

/** The provider would delete another certificate than the one it means: emulators/entra/provider/recipe.test.ts. */
describe("a signing certificate that leaves the program", () => {
  let bench: Workbench;
  const counting = countingFaults();
  const faults = switchableFaults();
  const given = testCertificate().certificate;
  const config: StackConfig = parse("Pulumi.account2.yaml");
  const account = config["entra-aws:account"] as { roles: Record<string, object> };
  const roles = Object.fromEntries(Object.entries(account.roles).map(([key, role]) => [key, { ...role, members: [] }]));
  const configured = (change: object) => ({ ...config, "entra-aws:account": { ...account, roles, ...change } });

  const read = (file: string): unknown => JSON.parse(readFileSync(join(bench.folder, "clouds", file), "utf8"));
  const certificatesInTenant = (): string[] =>
    (read("tenant/tenant.json") as Tenant).servicePrincipals.flatMap(({ keyCredentials }) =>
      keyCredentials.flatMap(({ usage, key }) => (usage === "Verify" && key !== null ? [key] : [])),
    );
  const certificatesInMetadata = (): string[] => {
    const { samlProviders } = read("accounts/account-444455556666.json") as { samlProviders: { metadata: string }[] };
    return samlProviders.flatMap(({ metadata }) =>
      [...metadata.matchAll(/X509Certificate>([^<]+)</g)].map(([, certificate = ""]) => certificate.trim()),
    );
  };

  beforeAll(async () => {
    bench = await openWorkbench({ faults });
    faults.set(counting.faults);
    await bench.configure("account2", configured({}));
    succeeded(await bench.pulumi("account2", ["up", "--yes", "--skip-preview"]));
  });

  afterAll(() => bench.close());

  it("stays in the tenant, where people may still sign in by it, and leaves the metadata", async () => {
    const [own = ""] = certificatesInTenant();
    expect(certificatesInMetadata()).toEqual([own]);
    await bench.configure("account2", configured({ signingCertificates: [given] }));
    succeeded(await bench.pulumi("account2", ["up", "--yes", "--skip-preview"]));
    expect(certificatesInTenant()).toEqual([own]);
    expect(certificatesInMetadata()).toEqual([given]);
  });

  it("is never deleted by the provider, not even with everything else", async () => {
    succeeded(await bench.pulumi("account2", ["destroy", "--yes", "--skip-preview"]));
    const deletes = counting.operations().filter((operation) => operation.startsWith("delete "));
    expect(deletes).toContain("delete azuread:index/applicationFromTemplate:ApplicationFromTemplate");
    expect(deletes.filter((operation) => operation.includes("Certificate"))).toEqual([]);
  });
});
