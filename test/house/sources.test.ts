import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(__dirname, "../..");
const rooms = [
  "cli",
  "components",
  "core",
  "emulators",
  "engine",
  "examples",
  "plugin",
  "policy-packs",
  "reference-data",
  "stacks",
  "test",
];

const files = ["index.ts", ...rooms.flatMap((room) => typescriptIn(room))];
const sources = files.filter((file) => !/\.test(-support)?\.ts$|\/testing\/|^test\//.test(file));

function typescriptIn(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes("node_modules"))
    .map((file) => `${room}/${file}`);
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Data is what a tool has made, or one table that fills three quarters of its file or more. */
function isData(file: string): boolean {
  if (/^\/\/ (Generated|Made by tools\/)/.test(read(file))) return true;
  const parsed = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const linesOf = (node: ts.Node): number => node.getText().split("\n").length;
  const literals = parsed.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => statement.declarationList.declarations.map(({ initializer }) => initializer))
    .filter((initializer) => initializer !== undefined && isLiteral(initializer));
  const longest = Math.max(0, ...literals.map((literal) => (literal === undefined ? 0 : linesOf(literal))));
  return longest >= linesOf(parsed) * 0.75;
}

function isLiteral(value: ts.Expression): boolean {
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) return isLiteral(value.expression);
  if (ts.isNewExpression(value) || ts.isCallExpression(value)) return value.arguments?.some(isLiteral) ?? false;
  return ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value);
}

describe("sources", () => {
  it("are at most 400 lines long, unless they are data", () => {
    const long = files.filter((file) => !isData(file) && read(file).split("\n").length > 401);
    expect(long).toEqual([]);
  });

  it("are under 250 lines in 95 of 100 cases", () => {
    const lengths = sources.filter((file) => !isData(file)).map((file) => read(file).split("\n").length);
    expect(lengths.filter((length) => length > 250).length).toBeLessThanOrEqual(Math.ceil(lengths.length * 0.05));
  });

  it("bear names in kebab-case", () => {
    expect(
      files.filter((file) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.test(-support)?)?\.ts$/.test(file)),
    ).toEqual([]);
  });

  it("come to no manager, helper or util", () => {
    expect(files.filter((file) => /(^|[/-])(manager|helpers?|utils?|common|misc)([-./]|$)/.test(file))).toEqual([]);
  });
});

describe("a folder's index.ts", () => {
  // A stack's and an example's index.ts is the program itself.
  const indexes = sources.filter((file) => /(^|\/)index\.ts$/.test(file) && !/^(stacks|examples)\//.test(file));

  it.each(indexes)("%s only hands names on, or lists them", (file) => {
    const parsed = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
    const others = parsed.statements.filter((statement) => !handsOn(statement) && !isList(statement));
    expect(others.map((statement) => statement.getText().split("\n")[0])).toEqual([]);
  });

  function handsOn(statement: ts.Statement): boolean {
    return ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
  }

  /** `export const rules = [a, b]`: a list written by hand, of imported names only. */
  function isList(statement: ts.Statement): boolean {
    if (!ts.isVariableStatement(statement)) return false;
    return statement.declarationList.declarations.every(({ initializer }) => {
      return initializer !== undefined && isListLiteral(initializer);
    });
  }

  function isListLiteral(value: ts.Expression): boolean {
    if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) return isListLiteral(value.expression);
    if (!ts.isArrayLiteralExpression(value)) return false;
    return value.elements.every((item) => ts.isIdentifier(ts.isSpreadElement(item) ? item.expression : item));
  }
});

describe("core", () => {
  /** What gives another answer tomorrow, or elsewhere, for the same arguments. */
  const impure = new Set(["console", "fetch", "performance", "process", "setInterval", "setTimeout"]);
  const chance = /^(random(Bytes|FillSync|Int|UUID)|generateKey(Pair)?(Sync)?|getRandomValues)$/;

  it.each(sources.filter((file) => file.startsWith("core/")))(
    "%s asks neither environment, clock nor chance",
    (file) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (isImpure(node)) found.push(node.getText());
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
      expect(found).toEqual([]);
    },
  );

  function isImpure(node: ts.Node): boolean {
    if (ts.isNewExpression(node)) return node.expression.getText() === "Date" && !node.arguments?.length;
    if (ts.isPropertyAccessExpression(node)) {
      return ["Date.now", "Math.random"].includes(node.getText()) || impure.has(node.expression.getText());
    }
    if (ts.isCallExpression(node) && impure.has(node.expression.getText())) return true;
    return ts.isIdentifier(node) && chance.test(node.text);
  }
});

describe("partitions", () => {
  const literal =
    /amazonaws-us-gov\.com|signin\.amazonaws\.cn|login\.microsoftonline\.us|login\.partner\.microsoftonline\.cn/;

  it("are values of core and literals nowhere else", () => {
    const found = sources.filter((file) => !file.startsWith("core/") && !isData(file) && literal.test(read(file)));
    expect(found).toEqual([]);
  });
});
