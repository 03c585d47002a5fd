import { parseAppRoleValue, type RoleAndProvider } from "#core/entra";
import { applicationById, awsApplications } from "./applications";
import { isRecord, textOf } from "./known-values";
import { resourceTypes } from "./resource-types";
import { perStack, type StackFacts } from "../stack-facts";
import type { Reading, StackResource } from "../stack-resource";

/** What an app role's value leads to: a role in AWS, something that is none, or what only the update tells. */
export type Destination = ({ readonly kind: "aws" } & RoleAndProvider) | { readonly kind: "elsewhere" | "unknown" };

/** One app role, whether it is a resource of its own or a part of its application. */
export interface AppRoleFact {
  readonly resource: StackResource;
  /** Path of the value. */
  readonly property: string;
  readonly id: string | undefined;
  readonly value: string | undefined;
  readonly leadsTo: Destination;
  readonly application: StackResource | undefined;
}

/** Every app role that the stack writes. */
export const appRoles = perStack((stack): readonly AppRoleFact[] => [
  ...stack.ofType(resourceTypes.appRole).map((resource) => ownResource(stack, resource)),
  ...stack.ofType(resourceTypes.application).flatMap((application) => partsOfApplication(stack, application)),
]);

function ownResource(stack: StackFacts, resource: StackResource): AppRoleFact {
  const application = applicationById(stack, resource);
  return {
    resource,
    property: "value",
    id: textOf(resource, "roleId"),
    value: textOf(resource, "value"),
    leadsTo: destinationOf(resource.read("value"), () => mayBeAws(stack, resource, "value", application)),
    application,
  };
}

function partsOfApplication(stack: StackFacts, application: StackResource): readonly AppRoleFact[] {
  const reading = application.read("appRoles");
  if (reading.kind === "absent") return [];
  const common = { resource: application, application };
  const leadsTo = (value: Reading): Destination =>
    destinationOf(value, () => mayBeAws(stack, application, "appRoles", application));
  if (reading.kind === "unknown") {
    return [{ ...common, property: reading.property, id: undefined, value: undefined, leadsTo: leadsTo(reading) }];
  }
  const parts: readonly unknown[] = Array.isArray(reading.value) ? reading.value : [];
  return parts.flatMap((part, index): readonly AppRoleFact[] => {
    if (!isRecord(part)) return [];
    const { id, value } = part;
    const known = { id: textIn(id), value: textIn(value), leadsTo: leadsTo({ kind: "known", value }) };
    return [{ ...common, property: `appRoles[${index}].value`, ...known }];
  });
}

/** Where only the update tells the value: whether application or sources say that it is a role in AWS. */
function mayBeAws(
  stack: StackFacts,
  resource: StackResource,
  property: string,
  application: StackResource | undefined,
): boolean {
  if (application === undefined || awsApplications(stack).has(application.urn)) return true;
  const types = (resource.propertyDependencies.get(property) ?? []).map((urn) => stack.withUrn(urn)?.type);
  return types.includes(resourceTypes.role) || types.includes(resourceTypes.samlProvider);
}

function destinationOf(value: Reading, mayBe: () => boolean): Destination {
  if (value.kind === "unknown") return { kind: mayBe() ? "unknown" : "elsewhere" };
  const pair = parseAppRoleValue((value.kind === "known" && textIn(value.value)) || "");
  return pair === undefined ? { kind: "elsewhere" } : { kind: "aws", ...pair };
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
