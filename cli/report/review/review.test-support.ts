import type { ReviewFinding, ReviewResult } from "#cli/jobs";

/** A finding as a rule of ours makes it. */
export function finding(more: Partial<ReviewFinding> = {}): ReviewFinding {
  return {
    pack: "entra-aws",
    rule: "trust-example",
    title: "A trust is as narrow as it can be",
    severity: "high",
    level: "mandatory",
    why: "Whoever is trusted becomes the role.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html"],
    frameworks: ["CIS AWS 5.0.0 1.15"],
    outcome: "violation",
    resource: { urn: "urn:pulumi:dev::shop::aws:iam/role:Role::open", type: "aws:iam/role:Role", name: "open" },
    property: "assumeRolePolicy",
    message: "anybody can assume it",
    remedy: "Name the principals that are meant.",
    fingerprint: "0123456789abcdef",
    ...more,
  };
}

/** A review of these findings, counted as the job counts them. */
export function reviewWith(all: readonly ReviewFinding[], more: Partial<ReviewResult> = {}): ReviewResult {
  const findings = all.filter(({ waived }) => waived === undefined);
  const count = (test: (finding: ReviewFinding) => boolean): number => findings.filter(test).length;
  const severity = (name: ReviewFinding["severity"]): number => count((each) => each.severity === name);
  const outcome = (name: ReviewFinding["outcome"]): number => count((each) => each.outcome === name);
  return {
    project: "shop",
    stack: "dev",
    input: "preview",
    judgedByPack: false,
    resources: 12,
    projectPath: "",
    totals: {
      findings: findings.length,
      waived: all.length - findings.length,
      byLevel: {
        mandatory: count(({ level }) => level === "mandatory"),
        advisory: count(({ level }) => level === "advisory"),
      },
      bySeverity: {
        critical: severity("critical"),
        high: severity("high"),
        medium: severity("medium"),
        low: severity("low"),
      },
      byOutcome: { failed: outcome("failed"), violation: outcome("violation"), undetermined: outcome("undetermined") },
    },
    findings,
    waived: all.filter(({ waived }) => waived !== undefined),
    ...more,
  };
}

export const waiver = { reason: "moves next month", owner: "platform", expires: "2027-03-31" } as const;
