import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assumeRoleWithSaml, signInAtTile } from "#cli/jobs";
import { partitions } from "#core/aws";
import { entraClouds, issuer } from "#core/entra";
import { decodeResponse } from "#core/saml/response";
import { projectRoot } from "#engine";
import { type Workbench, openWorkbench, succeeded } from "./workbench";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const password = "Made-up-passw0rd";
const id = "111122223333";

const nations = [
  { example: "us-gov", cloud: "usgov", partition: "aws-us-gov", region: "us-gov-west-1", name: "Agency" },
  { example: "china", cloud: "china", partition: "aws-cn", region: "cn-north-1", name: "Shanghai" },
] as const;

/** The examples for clouds whose Graph makes no signing certificate: two deployments, and what is done by hand between. */
describe.each(nations)("the example $example", ({ example, cloud, partition, region, name }) => {
  const program = join(projectRoot(), "examples", example);
  const config = {
    "aws:region": region,
    "aws:assumeRoles": [{ roleArn: `arn:${partition}:iam::${id}:role/Deployer` }],
    "azuread:tenantId": tenantId,
    "azuread:environment": entraClouds[cloud].azureadEnvironments[0],
  };
  const secrets = { testerPassword: password };

  async function outputsOf(bench: Workbench): Promise<Record<string, unknown>> {
    const shown = succeeded(await bench.pulumi(example, ["stack", "output", "--json"]));
    return JSON.parse(shown.stdout) as Record<string, unknown>;
  }

  async function signIn(bench: Workbench, clientId: string) {
    const page = await signInAtTile({
      tenantUrl: bench.clouds.tenant.url,
      signInUrl: `https://myapps.example/api/signin/${clientId}?tenantId=${tenantId}`,
      userPrincipalName: "Test-AWSDeveloper@contoso.onmicrosoft.com",
      password,
      client: { label: "MFA", mfa: true, ip: "203.0.113.10" },
    });
    const decoded = decodeResponse(page.samlResponse);
    return { ...page, xml: "xml" in decoded ? decoded.xml : "" };
  }

  it("is led through by hand to a sign-in, and goes down", async () => {
    const bench = await openWorkbench({ accounts: [{ id, name, partition }], tenant: { cloud } });
    try {
      expect(bench.clouds.environment["AWS_REGION"]).toBe(region);
      await bench.configure(example, config, secrets, program);
      const preview = succeeded(await bench.pulumi(example, ["preview"], program));
      expect(preview.steps.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);

      const first = succeeded(await bench.pulumi(example, ["up", "--yes", "--skip-preview"], program));
      expect(first.steps.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
      const waiting = await outputsOf(bench);
      const clientId = String(waiting["clientId"]);
      expect(waiting["manualSteps"]).toEqual([
        expect.stringContaining(
          `Set the reply URL (Assertion Consumer Service URL) to ${partitions[partition].samlEndpoint}`,
        ),
        expect.stringContaining("Make a signing certificate and make it active"),
        expect.stringContaining("User access URL"),
      ]);
      const warnings = first.diagnostics.filter(({ severity }) => severity === "warning");
      expect(warnings.map(({ message }) => message)).toEqual([
        expect.stringMatching(
          /nobody can sign in before this is done by hand:\s+1\. Set the reply URL[^]*2\. Make a signing/,
        ),
      ]);

      bench.clouds.tenant.portal.setReplyUrl(clientId, partitions[partition].samlEndpoint);
      const certificate = await bench.clouds.tenant.portal.makeSigningCertificate(clientId);
      await bench.configure(
        example,
        { ...config, [`${example}:signingCertificates`]: [certificate] },
        secrets,
        program,
      );
      const second = succeeded(await bench.pulumi(example, ["up", "--yes", "--skip-preview"], program));
      expect(second.diagnostics.filter(({ severity }) => severity === "warning")).toEqual([]);
      const done = await outputsOf(bench);
      expect(done["manualSteps"]).toEqual([expect.stringContaining("User access URL")]);
      expect(done["roleArns"]).toEqual({ Developer: `arn:${partition}:iam::${id}:role/Developer` });

      const { samlResponse, action, xml } = await signIn(bench, clientId);
      expect(action).toBe(partitions[partition].samlEndpoint);
      expect(xml).toContain(issuer(tenantId, entraClouds[cloud]));
      const session = await assumeRoleWithSaml(bench.clouds.accounts.url, {
        response: samlResponse,
        roleArn: `arn:${partition}:iam::${id}:role/Developer`,
        samlProviderArn: `arn:${partition}:iam::${id}:saml-provider/EntraID`,
      });
      expect(session.arn).toBe(
        `arn:${partition}:sts::${id}:assumed-role/Developer/Test-AWSDeveloper@contoso.onmicrosoft.com`,
      );

      const again = succeeded(await bench.pulumi(example, ["up", "--yes", "--skip-preview"], program));
      expect(Object.keys(again.changes)).toEqual(["same"]);
      const destroy = succeeded(await bench.pulumi(example, ["destroy", "--yes"], program));
      expect(Object.keys(destroy.changes)).toEqual(["delete"]);
    } finally {
      await bench.close();
    }
  });

  it("is refused where azuread means another cloud than the tenant's", async () => {
    const bench = await openWorkbench({ accounts: [{ id, name, partition }], tenant: { cloud } });
    try {
      await bench.configure(example, { ...config, "azuread:environment": "public" }, secrets, program);
      const preview = await bench.pulumi(example, ["preview"], program);
      expect(preview.succeeded).toBe(false);
      expect(preview.stdout + preview.stderr + JSON.stringify(preview.diagnostics)).toContain(
        `This tenant is one of the cloud ${cloud}`,
      );
    } finally {
      await bench.close();
    }
  });
});
