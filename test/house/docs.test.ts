import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(__dirname, "../..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...markdownIn("docs"),
  ...markdownIn("policy-packs"),
  ...markdownIn("examples"),
];

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.includes("node_modules"))
    .map((file) => `${folder}/${file}`);
}

const read = (page: string): string => readFileSync(join(root, page), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** All code of a page: fenced blocks, and code within a line. */
function codeOf(page: string): string {
  return [...read(page).matchAll(/```[a-z]*\n([\s\S]*?)```|`([^`\n]+)`/g)]
    .map(([, block, inline]) => block ?? inline)
    .join("\n");
}

describe.each(pages)("%s", (page) => {
  it("names only npm commands that exist", () => {
    const builtIn = ["ci", "install", "pack", "publish"];
    const unknown = [...codeOf(page).matchAll(/\bnpm (?:run )?([a-z][a-z:-]*)/g)]
      .map(([, command = ""]) => command)
      .filter((command) => !builtIn.includes(command) && !(command in scripts));
    expect(unknown).toEqual([]);
  });

  it("names only verbs of entra-aws that exist", () => {
    const unknown = [...codeOf(page).matchAll(/\bnpx entra-aws((?: [a-z][a-z-]*)*)/g)]
      .map(([, words = ""]) => words.trim())
      .filter((words) => words !== "" && !isVerb(words.split(" ")));
    expect(unknown).toEqual([]);
  });

  it("leads only to pages and headings that exist", () => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it("names only files and folders that exist", () => {
    const named = [
      ...read(page).matchAll(
        /`((?:cli|components|core|docs|emulators|engine|examples|plugin|policy-packs|reference-data|schema|stacks|test|tools)\/[\w./-]*)`/g,
      ),
    ]
      .map(([, path = ""]) => path)
      .filter((path) => !existsSync(join(root, path)));
    expect(named).toEqual([]);
  });
});

/** A command's path is its file's path. What follows it are arguments. */
function isVerb(words: readonly string[]): boolean {
  return words.some((_, index) => existsSync(join(root, "cli/verbs", `${words.slice(0, index + 1).join("/")}.ts`)));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? page : relative(root, normalize(join(root, dirname(page), path)));
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headingsOf(target).has(heading);
}

function headingsOf(page: string): ReadonlySet<string> {
  const titles = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title);
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

describe("docs", () => {
  it("are each reached from the list in docs/README.md", () => {
    const listed = new Set(
      [...read("docs/README.md").matchAll(/\]\(([^)#\s]+)/g)].map(([, link = ""]) => `docs/${link}`),
    );
    expect(markdownIn("docs").filter((page) => page !== "docs/README.md" && !listed.has(page))).toEqual([]);
  });

  it.each(markdownIn("docs/decisions"))("%s says what was decided, why, and what it costs", (page) => {
    expect(read(page).match(/^## .+$/gm)).toEqual(["## Decision", "## Why", "## What it costs"]);
  });
});

describe("the changelog", () => {
  it("has an entry for the package's version", () => {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    expect(read("CHANGELOG.md")).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b`, "m"));
  });
});
