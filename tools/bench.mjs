// `npm run bench`: prepares the clone, then measures; `-- --out FILE` also writes the results as JSON.
import { spawnSync } from "node:child_process";
import { prepare, root } from "./prepare.mjs";

await prepare();
const args = ["--import", "tsx", "--conditions=entra-aws-source", "test/bench/main.ts", ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
