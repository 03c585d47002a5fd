import { describe, expect, it } from "vitest";
import { sourceLocation } from "./source-location";

const everywhere = (): boolean => true;

describe("sourceLocation", () => {
  it.each([
    ["the only frame", ["project:///index.ts#7,3"], { file: "index.ts", line: 7, column: 3 }],
    [
      "the nearest frame that is no package's",
      ["project:///node_modules/entra-aws/dist/index.js#1,2", "project:///lib/roles.ts#5,1", "project:///index.ts#9,1"],
      { file: "lib/roles.ts", line: 5, column: 1 },
    ],
    [
      "a frame of the project before one beside it",
      ["project:///../shared/roles.ts#5,1", "project:///index.ts#9,1"],
      { file: "index.ts", line: 9, column: 1 },
    ],
    [
      "one beside the project, if there is no other",
      ["project:///../shared/roles.ts#5"],
      { file: "../shared/roles.ts", line: 5, column: 1 },
    ],
    [
      "a name as it was before it was escaped",
      ["project:///my%20roles.ts#5,1"],
      { file: "my roles.ts", line: 5, column: 1 },
    ],
    ["nothing of a package's frames", ["project:///../../node_modules/@pulumi/resource.ts#1,1"], undefined],
    ["nothing of what is no position", ["index.ts:7", "project:///index.ts", "project:///index.ts#0,0", ""], undefined],
    ["nothing of nothing", [], undefined],
  ])("takes %s", (_title, positions, location) => {
    expect(sourceLocation(positions, everywhere)).toEqual(location);
  });

  it("believes no position that the source does not have", () => {
    expect(sourceLocation(["project:///index.ts#7,3"], ({ line }) => line < 7)).toBeUndefined();
  });
});
