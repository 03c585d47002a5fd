import type { StackFacts, StackResource } from "../../facts";
import {
  appRoles,
  applicationOfServicePrincipal,
  awsApplications,
  resourceTypes,
  textOf,
} from "../../facts/federation";
import type { StackRule, Verdict } from "../rule";

const property = "appRoleAssignmentRequired";

export const applicationAssignmentRequired: StackRule = {
  kind: "stack",
  id: "application-assignment-required",
  title: "Only who is assigned to an application with SAML sign-in gets into it",
  severity: "high",
  why: "Without this setting Entra signs a SAML response for everybody in the tenant, guests included. The application decides then alone who may in, and what a later app role or a wrong claim gives away is given to all.",
  fix: "Set appRoleAssignmentRequired to true and assign the groups that may use the application; azuread sets it to false where it is left out.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/application-properties#assignment-required",
    "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/assign-user-or-group-access-portal",
  ],
  frameworks: [],
  options: {},
  judge(stack) {
    const aws = applicationsForAws(stack);
    return stack
      .ofType(resourceTypes.servicePrincipal)
      .flatMap((principal) => judgePrincipal(principal, aws.has(applicationOfServicePrincipal(stack, principal).urn)));
  },
};

function judgePrincipal(principal: StackResource, ofAws: boolean): readonly Verdict[] {
  const mode = principal.read("preferredSingleSignOnMode");
  const isSaml = textOf(principal, "preferredSingleSignOnMode")?.toLowerCase() === "saml";
  if (!isSaml && !ofAws && mode.kind !== "unknown") return [];
  const required = principal.read(property);
  if (required.kind === "known" && required.value === true) return [];
  if (required.kind === "unknown" || (!isSaml && !ofAws)) {
    const unknown = required.kind === "unknown" ? "whether an assignment is required" : "how people sign in";
    const at = required.kind === "unknown" ? required.property : "preferredSingleSignOnMode";
    const message = `${unknown} is known only after the update`;
    const remedy = `Give ${at} as a constant.`;
    return [{ outcome: "undetermined", resource: principal, property: at, message, remedy }];
  }
  const message = "everybody in the tenant gets a SAML response for this application, assigned or not";
  return [{ outcome: "violation", resource: principal, property, message }];
}

/** By template, by what provisions them, or by an app role that leads to AWS. */
function applicationsForAws(stack: StackFacts): ReadonlySet<string> {
  const leading = appRoles(stack).filter(({ leadsTo }) => leadsTo.kind === "aws");
  return new Set([...awsApplications(stack), ...leading.flatMap(({ application }) => application?.urn ?? [])]);
}
