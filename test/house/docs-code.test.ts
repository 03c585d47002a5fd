import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(__dirname, "../..");

/** The TypeScript of a page, whose blocks are one program from top to bottom. */
function programOf(page: string): string {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block).join("\n");
}

/** What the compiler says about programs that stand beside the library, as a user's own does. */
function complaintsAbout(...programs: readonly string[]): string[][] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = new Map(programs.map((program, index) => [join(root, `program-${index}-of-a-page.ts`), program]));
  const disk = ts.createCompilerHost(options);
  const compiled = ts.createProgram(
    [...files.keys()],
    { ...options, noEmit: true },
    {
      ...disk,
      fileExists: (path) => files.has(path) || disk.fileExists(path),
      getSourceFile: (path, ...rest) => {
        const program = files.get(path);
        if (program === undefined) return disk.getSourceFile(path, ...rest);
        return ts.createSourceFile(path, program, ts.ScriptTarget.ES2022, true);
      },
    },
  );
  return [...files.keys()].map((file) => {
    const source = compiled.getSourceFile(file);
    const found = [...compiled.getSyntacticDiagnostics(source), ...compiled.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  });
}

describe("the program of docs/components.md", () => {
  it("compiles against the library, by a compiler that sees a misspelt argument", () => {
    const misspelt = `import { TestUser } from "entra-aws";\nnew TestUser("x", { userPrincipalNam: "a@b.c", password: "" });`;
    const [complaints, control] = complaintsAbout(programOf("docs/components.md"), misspelt);
    expect(complaints).toEqual([]);
    expect(control).toEqual([expect.stringContaining("'userPrincipalNam' does not exist in type 'TestUserArgs'")]);
  });
});

describe("docs/components.md", () => {
  it("has a section for each component that the library exports", () => {
    const text = readFileSync(join(root, "docs/components.md"), "utf8");
    const sections = [...text.matchAll(/^###? (\w+)$/gm)].map(([, title]) => title);
    const exported = [...readFileSync(join(root, "index.ts"), "utf8").matchAll(/from "\.\/components\/([\w/-]+)"/g)]
      .map(([, path = ""]) => path)
      .filter((path) => isComponent(path))
      .map((path) => className(path));
    expect(sections.sort()).toEqual(exported.sort());
  });

  function isComponent(path: string): boolean {
    return readFileSync(join(root, `components/${path}.ts`), "utf8").includes("extends pulumi.ComponentResource");
  }

  /** `aws/federated-role` holds `FederatedRole`. */
  function className(path: string): string {
    const words = (path.split("/").at(-1) ?? "").split("-");
    return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  }
});
