// `npm start`: prepares the clone, then runs the demonstration.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { prepare, root } from "./prepare.mjs";

await prepare();

const work = spawn(process.execPath, [join(root, "dist", "cli", "main.js"), "demo", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
// A terminal interrupts parent and child alike; the parent only has to outlive the child and hand on its answer.
process.on("SIGINT", () => undefined);
for (const signal of ["SIGTERM", "SIGHUP"]) {
  process.on(signal, () => work.kill(signal));
}
// It answers with a code of its own unless a second signal ended it.
work.on("close", (code) => process.exit(code ?? 130));
