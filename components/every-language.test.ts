import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import { beforeAll, describe, expect, it } from "vitest";
import * as door from "../index";
import { componentSchema, componentSchemaFile } from "../tools/generate-component-schema";

const root = join(__dirname, "..");
const components = getPulumiComponents(door).map(({ name }) => name);

type Package = ConstructorParameters<typeof Analyzer>[2];

/** What Pulumi's own analyser makes of the package: the schema from which each language gets its SDK. */
describe("the components in every Pulumi language", () => {
  let analysed: ReturnType<Analyzer["analyze"]>;

  beforeAll(() => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package;
    analysed = new Analyzer(root, "entra-aws", manifest, new Set(components)).analyze();
    // It type-checks the whole project.
  }, 120_000);

  it("are all of the door's", () => {
    expect(Object.keys(analysed.components).sort()).toEqual(components.sort());
  });

  it("bear the token of their class", () => {
    const token = (name: string) => new RegExp(`super\\("entra-aws:index:${name}",`);
    const files = components.map(fileOf).map((file) => readFileSync(join(__dirname, `${file}.ts`), "utf8"));
    expect(components.filter((name) => !files.some((text) => token(name).test(text)))).toEqual([]);
  });

  it("keep their enumerations as such", () => {
    const enumerations = Object.values(analysed.typeDefinitions).filter(
      (type) => "enum" in type && type.enum !== undefined,
    );
    expect(enumerations.map(({ name }) => name).sort()).toEqual([
      "ConsoleMfaPolicyState",
      "EntraCloud",
      "Partition",
      "RoleMode",
      "SessionNameSource",
    ]);
  });

  it("take from outputs what only a cloud knows, and as plain data what decides the shape", () => {
    const { roles, account } = analysed.components["AccountFederation"]?.inputs ?? {};
    expect([roles?.plain, account?.plain]).toEqual([true, true]);
    expect(analysed.components["FederatedRole"]?.inputs["samlProviderArn"]?.plain).toBeUndefined();
  });

  it("are what the schema says that stands in the package", async () => {
    expect(readFileSync(componentSchemaFile, "utf8")).toBe(await componentSchema());
  }, 120_000);

  it("describe every input and every output", () => {
    const undescribed = Object.values(analysed.components).flatMap(({ name, inputs, outputs }) =>
      Object.entries({ ...inputs, ...outputs })
        .filter(([, property]) => property.description === undefined)
        .map(([property]) => `${name}.${property}`),
    );
    expect(undescribed).toEqual([]);
  });
});

const rooms: ReadonlyMap<string, string> = new Map([
  ["AccountFederation", "account-federation/"],
  ["FederatedRole", "aws/"],
  ["FederationBoundary", "aws/"],
  ["ProvisioningUser", "aws/"],
  ["SamlIdentityProvider", "aws/"],
]);

function fileOf(component: string): string {
  const kebab = component.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
  return `${rooms.get(component) ?? "entra/"}${kebab}`;
}
