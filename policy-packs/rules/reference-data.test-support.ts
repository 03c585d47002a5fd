import { beforeAll } from "vitest";
import { loadServices, managedPolicyDocument } from "#reference-data";
import type { Surroundings } from "../facts";
import { exampleSurroundings } from "./example";

/** The examples' surroundings with the named services of AWS, which are there once the tests run. */
export function surroundingsWith(...services: readonly string[]): Surroundings {
  const surroundings = { ...exampleSurroundings, managedPolicyDocument };
  beforeAll(async () => {
    surroundings.services = await loadServices(services);
  });
  return surroundings;
}
