import * as pulumi from "@pulumi/pulumi";
import {
  claimsPolicyDefinition,
  entityId,
  galleryTemplates,
  type ManualStep,
  manualSteps,
  signInUrl,
} from "#core/entra";
import { parseCertificate } from "#core/saml/certificates";
import { buildMetadata } from "#core/saml/metadata";
import { accountProblems, partitionOf } from "../account-checks";
import { refuse, warn } from "../refusal";
import {
  applicationNames,
  awaitsCertificate,
  enterpriseApplicationProblems,
  entraCloudOf,
} from "./enterprise-application-checks";
import { existingApplicationProblems, lookUpApplication } from "./existing-application";
import { makeGalleryApplication } from "./gallery-application";
import { SessionNameSource } from "./session-name-source";
import type { ApplicationParts } from "./application-parts";
import type { EnterpriseApplicationArgs } from "./enterprise-application-args";

/** Checks the arguments and computes names, claims and URIs. Pure. */
export function planEnterpriseApplication(instance: string, args: EnterpriseApplicationArgs) {
  const problems = [...accountProblems(args.account), ...enterpriseApplicationProblems(args)];
  const warnings = refuse("EnterpriseApplication", instance, problems);
  const { sessionDuration = 3600, sessionNameSource = SessionNameSource.UserPrincipalName } = args;
  const awaited = awaitsCertificate(args);
  return {
    warnings,
    names: applicationNames(args),
    claims: claimsPolicyDefinition({ sessionDuration, sessionNameSource }),
    identifierUri: entityId(args.account.id, partitionOf(args.account)),
    template: galleryTemplates.awsSingleAccountAccess,
    cloud: entraCloudOf(args),
    makesCertificate: args.signingCertificates === undefined && !awaited,
    hasCertificate: !awaited,
  };
}

/**
 * The enterprise application through which people sign in to one AWS account, made from the gallery's template
 * “AWS Single-Account Access” (article: “Add an AWS app to your Microsoft Entra enterprise applications”), or one that
 * is there already. Without `existingApplicationObjectId` what exists, such as an application with the same identifier
 * URI, is refused by Entra, never adopted.
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
  /** Thumbprint of the first signing certificate, SHA-1 in hexadecimal; empty while none is known. */
  readonly certificateThumbprint: pulumi.Output<string>;
  /** Id of the claims mapping policy; empty for an existing application, whose claims stay its own. */
  readonly claimsPolicyId: pulumi.Output<string>;
  /**
   * The SAML metadata for AWS, built from tenant and certificates: the same input gives the same document. Not secret;
   * empty while no certificate is known.
   */
  readonly metadataXml: pulumi.Output<string>;
  /** Where people sign in: the application's own link of My Apps; empty outside the public cloud, where none is known. */
  readonly signInUrl: pulumi.Output<string>;
  /** What is left to do by hand, since no API does it; empty when nothing is. */
  readonly manualSteps: pulumi.Output<string[]>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: EnterpriseApplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planEnterpriseApplication(name, args);
    super("entra-aws:index:EnterpriseApplication", name, args, opts);
    warn("EnterpriseApplication", name, plan.warnings, this);

    const parts =
      args.existingApplicationObjectId === undefined
        ? makeGalleryApplication(name, { ...plan, notificationEmailAddresses: args.notificationEmailAddresses }, this)
        : takeExistingApplication(name, args, args.existingApplicationObjectId, this);
    const { certificate, replyUrls, ...outputs } = parts;

    const own = ownCertificates(args, certificate);
    this.applicationId = outputs.applicationId;
    this.applicationObjectId = outputs.applicationObjectId;
    this.clientId = outputs.clientId;
    this.displayName = outputs.displayName;
    this.servicePrincipalId = outputs.servicePrincipalId;
    this.servicePrincipalObjectId = outputs.servicePrincipalObjectId;
    this.certificateThumbprint =
      certificate?.thumbprint ?? own.apply(([first = ""]) => parseCertificate(first)?.thumbprint ?? "");
    this.claimsPolicyId = outputs.claimsPolicyId;
    this.metadataXml = own.apply((certificates) => metadataOf(args, certificates));
    const { launcherHost } = plan.cloud;
    this.signInUrl = this.clientId.apply((appId) =>
      launcherHost === undefined ? "" : signInUrl({ appId, tenantId: args.tenantId }, launcherHost),
    );
    const steps = pulumi
      .all([this.clientId, this.servicePrincipalObjectId, replyUrls])
      .apply(([appId, servicePrincipalObjectId, urls]) =>
        manualSteps({
          accountId: args.account.id,
          partition: partitionOf(args.account),
          cloud: plan.cloud,
          appId,
          servicePrincipalObjectId,
          replyUrls: urls,
          hasCertificate: plan.hasCertificate,
        }),
      );
    this.manualSteps = steps.apply((all) => {
      showBlockingSteps(name, all, this);
      return all.map(({ text }) => text);
    });
    // The metadata stands in the state where it is used: the engine writes the whole state at each step.
    this.registerOutputs({
      ...outputs,
      certificateThumbprint: this.certificateThumbprint,
      signInUrl: this.signInUrl,
      manualSteps: this.manualSteps,
    });
  }
}

/** Says what has to be done before anybody can sign in. */
function showBlockingSteps(name: string, steps: readonly ManualStep[], resource: pulumi.Resource): void {
  const blocking = steps.filter(({ blocks }) => blocks).map(({ text }, index) => `  ${index + 1}. ${text}`);
  if (blocking.length === 0) return;
  const head = `EnterpriseApplication "${name}": nobody can sign in before this is done by hand:`;
  void pulumi.log.warn([head, ...blocking].join("\n"), resource);
}

/** Registers nothing: reads what is there, and hands it on once it has been judged. */
function takeExistingApplication(
  name: string,
  { account }: EnterpriseApplicationArgs,
  objectId: pulumi.Input<string>,
  parent: pulumi.Resource,
): ApplicationParts {
  const found = lookUpApplication(objectId, { parent }).apply((application) => {
    const problems = refuse("EnterpriseApplication", name, existingApplicationProblems(application, account));
    warn("EnterpriseApplication", name, problems, parent);
    return application;
  });
  return {
    applicationId: found.applicationId,
    applicationObjectId: found.applicationObjectId,
    clientId: found.clientId,
    displayName: found.displayName,
    servicePrincipalId: found.servicePrincipalId,
    servicePrincipalObjectId: found.servicePrincipalObjectId,
    replyUrls: found.replyUrls,
    claimsPolicyId: pulumi.output(""),
  };
}

/** The application's certificates: the one that Graph made, else those that were given. */
function ownCertificates(
  { signingCertificates = [] }: EnterpriseApplicationArgs,
  made: ApplicationParts["certificate"],
): pulumi.Output<string[]> {
  // azuread marks `value` secret, though a certificate is what everybody may see.
  return made === undefined
    ? pulumi.output(signingCertificates)
    : pulumi.unsecret(made.value).apply((value) => [value]);
}

function metadataOf(args: EnterpriseApplicationArgs, certificates: readonly string[]): string {
  if (certificates.length === 0) return "";
  const { tenantId, additionalCertificates = [] } = args;
  return buildMetadata({
    tenantId,
    certificates: [...certificates, ...additionalCertificates],
    cloud: entraCloudOf(args),
  });
}
