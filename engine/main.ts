import { findEngine } from "./find-engine";

/** Has an engine ready before somebody needs it: the preparation of `npm test` runs this beside the first checks. */
void findEngine(() => undefined).then(
  ({ version, origin }) => {
    console.log(`pulumi ${version}, ${origin}`);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 3;
  },
);
