// Imported by every Node.js process of a measured run: leaves, at its end, the most memory that it had, in KB.
import { appendFileSync } from "node:fs";
import process from "node:process";

process.once("exit", () => {
  appendFileSync(process.env.ENTRA_AWS_BENCH_PROBE, `${process.resourceUsage().maxRSS}\n`);
});
