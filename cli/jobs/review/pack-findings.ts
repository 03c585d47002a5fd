import { describeFinding, rules, type Finding } from "#policy-packs/rules";
import { ownPolicies } from "./own-policies";
import { namesOfUrn } from "./resource-of-state";
import type { PackViolation } from "./reviewed-stack";
import { violationFingerprint } from "./violation-fingerprint";

/** Whether our pack said it, under whatever name it runs. */
export function isOwn({ policy }: PackViolation): boolean {
  return ownPolicies.has(policy);
}

/** A finding of our pack, read back from what it told the engine; nothing where that is not a finding's text. */
export function findingOf(violation: PackViolation): Finding | undefined {
  const lines = violation.message.split("\n");
  const start = lines.findIndex((line) => /^\[[a-z0-9-]+\] /.test(line));
  const [, rule, said] = /^\[([a-z0-9-]+)\] (.*)$/.exec(lines[start] ?? "") ?? [];
  if (rule === undefined || said === undefined) return undefined;
  const rows = new Map(lines.slice(start + 1).map((line) => [line.slice(0, indent).trim(), line.slice(indent)]));
  const waived = waiverOf(rows.get("waived"));
  const known = rules.find(({ id }) => id === rule);
  const property = rows.get("property");
  return {
    rule,
    title: known?.title ?? rule,
    severity: known?.severity ?? "high",
    level: violation.enforcement === "mandatory" ? "mandatory" : "advisory",
    why: known?.why ?? "",
    references: known?.references ?? [],
    frameworks: known?.frameworks ?? [],
    ...outcomeOf(said, waived !== undefined),
    ...(violation.urn !== "" && { resource: namesOfUrn(violation.urn) }),
    ...(property !== undefined && { property }),
    remedy: rows.get("remedy") ?? "",
    ...(waived !== undefined && { waived }),
    fingerprint: violationFingerprint([rule, violation.urn, property ?? ""]),
  };
}

const outcomes = ["undetermined", "failed", "violation"] as const;

/** How far {@link describeFinding} indents what it says below the first line. */
const indent =
  describeFinding(sample("violation", "", false))
    .split("\n")[1]
    ?.indexOf("remedy text") ?? 0;

/** Which outcome the first line is of, by how {@link describeFinding} begins it, and the message behind that. */
function outcomeOf(said: string, isWaived: boolean): Pick<Finding, "outcome" | "message"> {
  for (const outcome of outcomes) {
    const [first = ""] = describeFinding(sample(outcome, "", isWaived)).split("\n");
    const beginning = first.slice("[x] ".length);
    if (said.startsWith(beginning)) return { outcome, message: said.slice(beginning.length) };
  }
  return { outcome: "violation", message: said };
}

function waiverOf(text: string | undefined): Finding["waived"] {
  const [, expires, owner, reason] = /^until (\S+) by (.*?): (.*)$/.exec(text ?? "") ?? [];
  return expires === undefined || owner === undefined || reason === undefined ? undefined : { expires, owner, reason };
}

function sample(outcome: Finding["outcome"], message: string, isWaived: boolean): Finding {
  const waived = isWaived ? { waived: { reason: "", owner: "", expires: "" } } : {};
  const said = { rule: "x", title: "", severity: "low", level: "advisory", why: "", references: [], frameworks: [] };
  return { ...said, outcome, message, remedy: "remedy text", fingerprint: "", ...waived } as Finding;
}
