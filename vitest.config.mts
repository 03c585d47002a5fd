import { defineConfig } from "vitest/config";

const source = { ssr: { resolve: { conditions: ["entra-aws-source"] } } };

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: "unit",
          include: [
            "{core,components,plugin,policy-packs,reference-data,stacks,emulators,engine,cli,tools}/**/*.test.ts",
            "test/{bench,house,reference,parity,corpora}/**/*.test.ts",
          ],
          testTimeout: 60_000,
        },
      },
      {
        ...source,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 900_000,
        },
      },
      {
        ...source,
        test: {
          name: "long",
          include: ["test/long/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
