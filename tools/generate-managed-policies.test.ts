import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { managedPolicyModules } from "./generate-managed-policies";

describe("the managed policies that ship", () => {
  it("are those of the package they come from", async () => {
    for (const { path, text } of await managedPolicyModules()) {
      const committed = readFileSync(join(__dirname, "..", path), "utf8");
      // Not toBe on the texts: a difference in 70,000 characters is nothing to print.
      expect(committed === text, `${path} is not what tools/generate-managed-policies.ts writes: run it again`).toBe(
        true,
      );
    }
  });
});
