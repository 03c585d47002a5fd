import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pathInRepository, positionsIn, projectFolder } from "./project-files";
import { folderWith } from "./review-files.test-support";

describe("projectFolder", () => {
  it("is the folder of Pulumi.yaml, in the given one or above it, else the given one", () => {
    const root = folderWith({});
    const below = join(root, "infra", "src");
    mkdirSync(below, { recursive: true });
    expect(projectFolder(below)).toBe(below);
    writeFileSync(join(root, "infra", "Pulumi.yaml"), "name: shop\n");
    expect(projectFolder(below)).toBe(join(root, "infra"));
  });
});

describe("pathInRepository", () => {
  it("leads from the repository's root to the project", () => {
    const root = folderWith({ ".git": "gitdir: elsewhere\n" });
    const project = join(root, "infra", "dev");
    mkdirSync(project, { recursive: true });
    expect([pathInRepository(project), pathInRepository(root)]).toEqual(["infra/dev/", ""]);
  });

  it("is empty where there is no repository", () => {
    expect(pathInRepository(folderWith({}))).toBe("");
  });
});

describe("positionsIn", () => {
  const at = (line: number, column: number, file = "index.ts") => ({ file, line, column });

  it("has a position that the source has, to the end of its line", () => {
    const hasPosition = positionsIn(folderWith({ "index.ts": "abc\n\n  x\n" }));
    expect([at(1, 3), at(1, 4), at(2, 1), at(3, 3), at(5, 1)].map(hasPosition)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it("believes a position of a source that is not here", () => {
    expect(positionsIn(folderWith({}))(at(99, 9))).toBe(true);
  });
});
