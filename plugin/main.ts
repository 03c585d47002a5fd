import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "@pulumi/pulumi/provider";
import { PackagedComponents } from "./component-provider";

// By its own name the package is found from the sources and from what is compiled alike.
const manifest = require.resolve("entra-aws/package.json");
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
const schema = readFileSync(join(dirname(manifest), "schema/components.schema.json"), "utf8");

void main(new PackagedComponents(version, schema), process.argv.slice(2));
