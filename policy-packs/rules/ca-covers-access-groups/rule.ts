import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import { conditionalAccessPolicies } from "../../facts/conditional-access";
import {
  accessGroups,
  applicationOfServicePrincipal,
  type AssignmentFact,
  resourceTypes,
  textOf,
} from "../../facts/federation";
import { askerOf, breakGlassIds, told, undeterminedBy } from "../judge-coverage";
import type { RuleOption, RuleSettings, StackRule, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly breakGlassIds: RuleOption<readonly string[]>;
}

export const caCoversAccessGroups: StackRule<Options> = {
  kind: "stack",
  id: "ca-covers-access-groups",
  title: "Each group that gives a role in AWS has to meet MFA, at every sign-in to its application",
  severity: "high",
  // Another stack may hold the policies of the tenant; nothing here says so.
  level: "advisory",
  why: "AWS believes what Entra says. A policy that names the group and the application and still lets a client, a platform or a device past without MFA leaves the account behind a password.",
  fix: "Demand MFA of the group for the application, for all clients, without other controls beside it in OR and without conditions that leave sign-ins out.",
  references: [
    "https://learn.microsoft.com/en-us/azure/architecture/reference-architectures/aws/aws-azure-ad-security",
    "https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-policies",
  ],
  frameworks: [],
  options: { breakGlassIds },
  judge(stack, settings) {
    return [...accessGroups(stack)].flatMap(([group, assignments]) =>
      [...byApplication(assignments)].flatMap(([application, givesAws]) =>
        judgeAccess(stack, { group, application, givesAws }, settings),
      ),
    );
  },
};

interface Access {
  readonly group: StackResource;
  readonly application: StackResource | undefined;
  /** Whether it is known that what is given is a role in AWS. */
  readonly givesAws: boolean;
}

function byApplication(assignments: readonly AssignmentFact[]): ReadonlyMap<StackResource | undefined, boolean> {
  const applications = new Map<StackResource | undefined, boolean>();
  for (const { application, givesAws } of assignments) {
    applications.set(application, givesAws === "yes" || applications.get(application) === true);
  }
  return applications;
}

function judgeAccess(
  stack: StackFacts,
  { group, application, givesAws }: Access,
  settings: RuleSettings<Options>,
): readonly Verdict[] {
  const subject = {
    groupIds: [textOf(group, "objectId") ?? group.urn],
    appId: clientIdOf(stack, application) ?? application?.urn ?? elsewhere,
  };
  const { answer, reasons } = askerOf(stack, settings)("mfa-for-subject", subject);
  if (answer === "yes") return [];
  const access = `the group ${shown(group.name)} gives a role in AWS`;
  if (answer === "no" && givesAws && application !== undefined) {
    return [{ outcome: "violation", resource: group, message: `${access}, and ${told(reasons)}` }];
  }
  if (answer === "no") {
    const open =
      application === undefined
        ? "its application is not of this stack"
        : "what it gives is known only after the update";
    const message = `the group ${shown(group.name)} may give a role in AWS: ${open}, and ${told(reasons)}`;
    return [{ outcome: "undetermined", resource: group, message, remedy: inOneStack }];
  }
  const verdict = undeterminedBy(conditionalAccessPolicies(stack), reasons);
  return [{ ...verdict, resource: verdict.resource ?? group, message: `${access}, and ${verdict.message}` }];
}

const inOneStack =
  "Make application, app role, assignment and policy in one stack, or write the app role's value from what is known before the update.";

/** Stands for the client id of an application that the stack does not hold. */
const elsewhere = "an application elsewhere";

/** Of an application, or of the service principal that stands for it. */
function clientIdOf(stack: StackFacts, application: StackResource | undefined): string | undefined {
  if (application === undefined) return undefined;
  const principals = stack
    .ofType(resourceTypes.servicePrincipal)
    .filter((principal) => applicationOfServicePrincipal(stack, principal) === application);
  return [application, ...principals].map((each) => textOf(each, "clientId")).find((id) => id !== undefined);
}
