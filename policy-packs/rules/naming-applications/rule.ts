import { parseArn } from "#core/aws";
import { matchesPattern, defaultNaming, namingProblems } from "#core/naming";
import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import { appRoles, resourceTypes, singleAccountApplications } from "../../facts/federation";
import type { RuleOption, StackRule, Verdict } from "../rule";

const property = "displayName";

export const namingApplications: StackRule<{ pattern: RuleOption<string> }> = {
  kind: "stack",
  id: "naming-applications",
  title: "An application for an AWS account is named for company, account name and account id",
  severity: "medium",
  why: "One tenant holds an application for each account, and all of them come from one template with one name. Whoever assigns a group, reads a sign-in log or deletes an application picks it by its name, and picks the wrong account where the name does not say which it is.",
  fix: "Name the application by the convention, with the id of the account that its app roles lead to.",
  references: [
    "https://learn.microsoft.com/en-us/azure/architecture/reference-architectures/aws/aws-azure-ad-security",
    "https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial",
  ],
  frameworks: [],
  options: {
    pattern: {
      description: "The application's name, with {company}, {account} and {accountId} as in the naming convention.",
      default: defaultNaming.application,
      expected: (pattern) =>
        namingProblems({ application: pattern }).find((problem) => problem.severity === "error")?.expected,
    },
  },
  judge(stack, { pattern }) {
    const accounts = accountsByApplication(stack);
    return applicationTypes
      .flatMap((type) => stack.ofType(type))
      .filter(({ urn }) => accounts.has(urn))
      .flatMap((application) => judgeApplication(application, accounts.get(application.urn) ?? new Set(), pattern));
  },
};

const applicationTypes = [
  resourceTypes.applicationFromTemplate,
  resourceTypes.application,
  resourceTypes.applicationRegistration,
] as const;

function judgeApplication(
  application: StackResource,
  accounts: ReadonlySet<string>,
  pattern: string,
): readonly Verdict[] {
  const reading = application.read(property);
  if (reading.kind === "unknown") {
    const message =
      "the application's name is known only after the update, so it cannot be compared with the convention";
    return [
      { outcome: "undetermined", resource: application, property: reading.property, message, remedy: nameFromConfig },
    ];
  }
  if (reading.kind === "absent" || typeof reading.value !== "string") return [];
  const name = reading.value;
  const values = matchesPattern("application", name, { overrides: { application: pattern } });
  if (values === undefined) {
    const message = `the application ${shown(name)} leads to AWS, but its name is not of the form ${shown(pattern)}`;
    return [{ outcome: "violation", resource: application, property, message }];
  }
  const others = [...accounts].filter((account) => account !== (values.accountId ?? account));
  return others.map((account) => {
    const message = `the application ${shown(name)} is named for account ${values.accountId ?? ""}, but has an app role that leads to account ${account}`;
    return { outcome: "violation", resource: application, property, message };
  });
}

const nameFromConfig =
  "Build the name from values that are known before the update (configuration, constants), not from another resource's outputs.";

/** The accounts that each application's app roles lead to; an application of AWS's template is there without any. */
function accountsByApplication(stack: StackFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const accounts = new Map<string, Set<string>>();
  for (const urn of singleAccountApplications(stack)) accounts.set(urn, new Set());
  for (const { application, leadsTo } of appRoles(stack)) {
    if (application === undefined || leadsTo.kind !== "aws") continue;
    const known = accounts.get(application.urn) ?? new Set();
    accounts.set(application.urn, known.add(parseArn(leadsTo.roleArn)?.accountId ?? ""));
  }
  return accounts;
}
