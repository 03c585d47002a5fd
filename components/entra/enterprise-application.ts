import { ApplicationFromTemplate } from "@pulumi/azuread/applicationFromTemplate";
import { ApplicationIdentifierUri } from "@pulumi/azuread/applicationIdentifierUri";
import { ClaimsMappingPolicy } from "@pulumi/azuread/claimsMappingPolicy";
import { getApplicationOutput } from "@pulumi/azuread/getApplication";
import { ServicePrincipal } from "@pulumi/azuread/servicePrincipal";
import { ServicePrincipalClaimsMappingPolicyAssignment } from "@pulumi/azuread/servicePrincipalClaimsMappingPolicyAssignment";
import { ServicePrincipalTokenSigningCertificate } from "@pulumi/azuread/servicePrincipalTokenSigningCertificate";
import * as pulumi from "@pulumi/pulumi";
import { claimsPolicyDefinition, entityId, galleryTemplates, signingCertificate, signInUrl } from "#core/entra";
import { buildMetadata } from "#core/saml/metadata";
import { accountProblems, partitionOf } from "../account-checks";
import { refuse, warn } from "../refusal";
import { applicationNames, enterpriseApplicationProblems } from "./enterprise-application-checks";
import { SessionNameSource } from "./session-name-source";
import type { EnterpriseApplicationArgs } from "./enterprise-application-args";

/** Checks the arguments and computes names, claims and URIs. Pure. */
export function planEnterpriseApplication(instance: string, args: EnterpriseApplicationArgs) {
  const problems = [...accountProblems(args.account), ...enterpriseApplicationProblems(args)];
  const warnings = refuse("EnterpriseApplication", instance, problems);
  const { sessionDuration = 3600, sessionNameSource = SessionNameSource.UserPrincipalName } = args;
  return {
    warnings,
    names: applicationNames(args),
    claims: claimsPolicyDefinition({ sessionDuration, sessionNameSource }),
    identifierUri: entityId(args.account.id, partitionOf(args.account)),
    template: galleryTemplates.awsSingleAccountAccess,
  };
}

/**
 * The enterprise application through which people sign in to one AWS account, made from the gallery's template
 * “AWS Single-Account Access” (article: “Add an AWS app to your Microsoft Entra enterprise applications”).
 * What exists already, such as an application with the same identifier URI, is refused by Entra, never adopted.
 */
export class EnterpriseApplication extends pulumi.ComponentResource {
  /** Resource path of the application (`/applications/<object id>`); what app roles and identifier URIs refer to. */
  readonly applicationId: pulumi.Output<string>;
  /** Object id of the application. */
  readonly applicationObjectId: pulumi.Output<string>;
  /** Client id (application id), by which Conditional Access names the application. */
  readonly clientId: pulumi.Output<string>;
  /** Name of the application. */
  readonly displayName: pulumi.Output<string>;
  /** Resource path of the service principal (`/servicePrincipals/<object id>`). */
  readonly servicePrincipalId: pulumi.Output<string>;
  /** Object id of the service principal; what app-role assignments refer to. */
  readonly servicePrincipalObjectId: pulumi.Output<string>;
  /** Thumbprint of the signing certificate, SHA-1 in hexadecimal. */
  readonly certificateThumbprint: pulumi.Output<string>;
  /** The SAML metadata for AWS, built from tenant and certificates: the same input gives the same document. Not secret. */
  readonly metadataXml: pulumi.Output<string>;
  /** Where people sign in: the application's own link of My Apps. */
  readonly signInUrl: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: EnterpriseApplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planEnterpriseApplication(name, args);
    super("entra-aws:index:EnterpriseApplication", name, args, opts);
    warn("EnterpriseApplication", name, plan.warnings, this);

    const application = new ApplicationFromTemplate(
      `${name}-application`,
      { displayName: plan.names.application, templateId: plan.template.id },
      { parent: this },
    );
    const { clientId } = getApplicationOutput({ objectId: application.applicationObjectId }, { parent: this });
    const servicePrincipal = new ServicePrincipal(
      `${name}-service-principal`,
      {
        clientId,
        useExisting: true,
        preferredSingleSignOnMode: "saml",
        // Left out, these two are emptied and set to false, and no later diff shows it.
        appRoleAssignmentRequired: true,
        tags: [...plan.template.tags],
        notificationEmailAddresses: args.notificationEmailAddresses,
      },
      { parent: this },
    );
    // Before SAML mode Entra refuses the URI: HostNameNotOnVerifiedDomain.
    const identifierUri = new ApplicationIdentifierUri(
      `${name}-identifier-uri`,
      { applicationId: application.applicationId, identifierUri: plan.identifierUri },
      { parent: this, dependsOn: [servicePrincipal] },
    );
    const certificate = new ServicePrincipalTokenSigningCertificate(
      `${name}-certificate`,
      { servicePrincipalId: servicePrincipal.id, displayName: signingCertificate.displayName },
      // To delete one that is not the last listed makes azuread delete another; with the application it goes anyway.
      { parent: this, dependsOn: [identifierUri], retainOnDelete: true },
    );
    const claimsPolicy = new ClaimsMappingPolicy(
      `${name}-claims-policy`,
      { displayName: plan.names.claimsPolicy, definitions: [plan.claims] },
      { parent: this },
    );
    new ServicePrincipalClaimsMappingPolicyAssignment(
      `${name}-claims-policy-assignment`,
      { servicePrincipalId: servicePrincipal.id, claimsMappingPolicyId: claimsPolicy.id },
      // A service principal holds one claims policy.
      { parent: this, dependsOn: [certificate], deleteBeforeReplace: true },
    );

    // Through the service principal, so that app roles wait for it, whatever metadata the provider has.
    this.applicationId = servicePrincipal.id.apply(() => application.applicationId);
    this.applicationObjectId = application.applicationObjectId;
    this.clientId = servicePrincipal.clientId;
    this.displayName = application.displayName;
    this.servicePrincipalId = servicePrincipal.id;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
    this.certificateThumbprint = certificate.thumbprint;
    // azuread marks `value` secret, though a certificate is what everybody may see.
    this.metadataXml = pulumi
      .unsecret(certificate.value)
      .apply((value) =>
        buildMetadata({ tenantId: args.tenantId, certificates: [value, ...(args.additionalCertificates ?? [])] }),
      );
    this.signInUrl = servicePrincipal.clientId.apply((appId) => signInUrl({ appId, tenantId: args.tenantId }));
    this.registerOutputs({
      applicationId: this.applicationId,
      applicationObjectId: this.applicationObjectId,
      clientId: this.clientId,
      displayName: this.displayName,
      servicePrincipalId: this.servicePrincipalId,
      servicePrincipalObjectId: this.servicePrincipalObjectId,
      certificateThumbprint: this.certificateThumbprint,
      metadataXml: this.metadataXml,
      signInUrl: this.signInUrl,
    });
  }
}
