import { galleryTemplates } from "#core/entra";
import { textOf } from "./known-values";
import { ofTypes, pointedTo } from "./pointed-to";
import { resourceTypes, type Pointed } from "./resource-types";
import { perStack, type StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";

/** What an application may be made as. The template's resource has no client id of its own to be found by. */
const byApplicationId = [
  [resourceTypes.applicationFromTemplate, "applicationId"],
  [resourceTypes.application, "id"],
  [resourceTypes.applicationRegistration, "id"],
] as const satisfies readonly Pointed[];

const byClientId = [
  [resourceTypes.applicationFromTemplate, "clientId"],
  [resourceTypes.application, "clientId"],
  [resourceTypes.applicationRegistration, "clientId"],
] as const satisfies readonly Pointed[];

/** What the gallery knows of an application for AWS. Source: Graph documentation, application-provisioning-configuration-api. */
interface GalleryApplication {
  readonly template: string;
  /** Id of the synchronisation template, in lower case. */
  readonly synchronization: string;
}

const singleAccount: GalleryApplication = {
  template: galleryTemplates.awsSingleAccountAccess.id,
  synchronization: galleryTemplates.awsSingleAccountAccess.synchronizationTemplateId,
};

const identityCenter: GalleryApplication = {
  template: "21ed01d2-ec13-4e9e-86c1-cd546719ebc4",
  synchronization: "awssinglesignon",
};

/** The application that `applicationId` names. */
export function applicationById(stack: StackFacts, resource: StackResource): StackResource | undefined {
  return pointedTo(stack, resource, "applicationId", byApplicationId);
}

/**
 * The application of the service principal that a property points to, or that service principal itself where its
 * application is not of this stack.
 */
export function applicationOfPrincipal(
  stack: StackFacts,
  resource: StackResource,
  property: string,
): StackResource | undefined {
  const principal =
    stack.target(resource, property, resourceTypes.servicePrincipal, "objectId") ??
    stack.target(resource, property, resourceTypes.servicePrincipal, "id");
  if (principal !== undefined) return applicationOfServicePrincipal(stack, principal);
  return stack.target(resource, property, resourceTypes.applicationFromTemplate, "servicePrincipalObjectId");
}

/** The application that a service principal stands for, or the service principal where the stack does not hold it. */
export function applicationOfServicePrincipal(stack: StackFacts, principal: StackResource): StackResource {
  return pointedTo(stack, principal, "clientId", byClientId) ?? principal;
}

/** URNs of the applications that are made for AWS, by their template or by what provisions them. */
export const awsApplications = perStack(
  (stack): ReadonlySet<string> => new Set([...singleAccountApplications(stack), ...madeFor(stack, identityCenter)]),
);

/** Those of AWS Single-Account Access: one for an account, each app role a role there. */
export const singleAccountApplications = perStack(
  (stack): ReadonlySet<string> => new Set(madeFor(stack, singleAccount)),
);

/** URNs of the applications whose app roles Entra's role import writes. */
export const importingApplications = perStack(
  (stack): ReadonlySet<string> => new Set(synchronizedApplications(stack, singleAccount.synchronization)),
);

function madeFor(stack: StackFacts, { template, synchronization }: GalleryApplication): readonly string[] {
  const made = ofTypes(stack, byApplicationId).filter((application) => textOf(application, "templateId") === template);
  return [...made.map(({ urn }) => urn), ...synchronizedApplications(stack, synchronization)];
}

function synchronizedApplications(stack: StackFacts, template: string): readonly string[] {
  return stack
    .ofType(resourceTypes.synchronizationJob)
    .filter((job) => textOf(job, "templateId")?.toLowerCase() === template)
    .flatMap((job) => applicationOfPrincipal(stack, job, "servicePrincipalId")?.urn ?? []);
}
