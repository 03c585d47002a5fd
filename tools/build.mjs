// `npm run build`, and `npm ci` by way of `prepare`, which must not fail where the compiler is left out.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { compile, root } from "./prepare.mjs";

if (!process.argv.includes("--if-possible") || existsSync(join(root, "node_modules", "typescript"))) {
  compile();
}
