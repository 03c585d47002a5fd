import { ApplicationFromTemplate } from "@pulumi/azuread/applicationFromTemplate";
import { ApplicationIdentifierUri } from "@pulumi/azuread/applicationIdentifierUri";
import { ClaimsMappingPolicy } from "@pulumi/azuread/claimsMappingPolicy";
import { getApplicationOutput } from "@pulumi/azuread/getApplication";
import { ServicePrincipal } from "@pulumi/azuread/servicePrincipal";
import { ServicePrincipalClaimsMappingPolicyAssignment } from "@pulumi/azuread/servicePrincipalClaimsMappingPolicyAssignment";
import { ServicePrincipalTokenSigningCertificate } from "@pulumi/azuread/servicePrincipalTokenSigningCertificate";
import { type GalleryTemplate, signingCertificate } from "#core/entra";
import type * as pulumi from "@pulumi/pulumi";
import type { ApplicationParts } from "./application-parts";

/** What an application from the gallery is made from. */
export interface GalleryApplication {
  names: { application: string; claimsPolicy: string };
  template: Pick<GalleryTemplate, "id" | "tags">;
  identifierUri: string;
  /** Definition of the claims mapping policy. */
  claims: string;
  notificationEmailAddresses?: string[];
  /** Whether Graph is to make the signing certificate. */
  makesCertificate: boolean;
}

/** Registers the application and what belongs to it, in the order that Entra accepts. */
export function makeGalleryApplication(
  name: string,
  { names, template, ...plan }: GalleryApplication,
  parent: pulumi.Resource,
): ApplicationParts {
  const application = new ApplicationFromTemplate(
    `${name}-application`,
    { displayName: names.application, templateId: template.id },
    { parent },
  );
  const found = getApplicationOutput({ objectId: application.applicationObjectId }, { parent });
  const servicePrincipal = new ServicePrincipal(
    `${name}-service-principal`,
    {
      clientId: found.clientId,
      useExisting: true,
      preferredSingleSignOnMode: "saml",
      // Left out, these two are emptied and set to false, and no later diff shows it.
      appRoleAssignmentRequired: true,
      tags: [...template.tags],
      notificationEmailAddresses: plan.notificationEmailAddresses,
    },
    { parent },
  );
  // Before SAML mode Entra refuses the URI: HostNameNotOnVerifiedDomain.
  const identifierUri = new ApplicationIdentifierUri(
    `${name}-identifier-uri`,
    { applicationId: application.applicationId, identifierUri: plan.identifierUri },
    { parent, dependsOn: [servicePrincipal] },
  );
  const certificate = plan.makesCertificate
    ? new ServicePrincipalTokenSigningCertificate(
        `${name}-certificate`,
        { servicePrincipalId: servicePrincipal.id, displayName: signingCertificate.displayName },
        // To delete one that is not the last listed makes azuread delete another; with the application it goes anyway.
        { parent, dependsOn: [identifierUri], retainOnDelete: true },
      )
    : undefined;
  const claimsPolicy = new ClaimsMappingPolicy(
    `${name}-claims-policy`,
    { displayName: names.claimsPolicy, definitions: [plan.claims] },
    { parent },
  );
  new ServicePrincipalClaimsMappingPolicyAssignment(
    `${name}-claims-policy-assignment`,
    { servicePrincipalId: servicePrincipal.id, claimsMappingPolicyId: claimsPolicy.id },
    // A service principal holds one claims policy.
    { parent, dependsOn: [certificate ?? identifierUri], deleteBeforeReplace: true },
  );
  return {
    // Through the service principal, so that app roles wait for it, whatever metadata the provider has.
    applicationId: servicePrincipal.id.apply(() => application.applicationId),
    applicationObjectId: application.applicationObjectId,
    clientId: servicePrincipal.clientId,
    displayName: application.displayName,
    servicePrincipalId: servicePrincipal.id,
    servicePrincipalObjectId: servicePrincipal.objectId,
    replyUrls: found.webs.apply((webs) => webs.flatMap(({ redirectUris }) => redirectUris)),
    claimsPolicyId: claimsPolicy.id,
    certificate,
  };
}
