import * as pulumi from "@pulumi/pulumi";
import { accountFederationProblems, planAccountFederation } from "./account-federation-plan";
import { FederationBoundary } from "../aws/federation-boundary";
import { SamlIdentityProvider } from "../aws/saml-identity-provider";
import { ConsoleMfaPolicy } from "../entra/console-mfa-policy";
import { EnterpriseApplication } from "../entra/enterprise-application";
import { admitExistingThings } from "./existing-things";
import { federateRole } from "./federate-role";
import { importRoles } from "./import-roles";
import { federationInventory } from "./inventory/federation-inventory";
import { warn } from "../refusal";
import type { Problem } from "../../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";
import type { RoleParts } from "./federation-parts";

/**
 * The federation of one AWS account with Microsoft Entra ID: enterprise application, SAML provider, roles, groups, app
 * roles with their assignments, and the Conditional Access policy (article: “Deploy this scenario”).
 */
export class AccountFederation extends pulumi.ComponentResource {
  /** Where people sign in; empty outside the public cloud, where no such link is known. */
  readonly signInUrl: pulumi.Output<string>;
  /** Object id of the application. */
  readonly applicationObjectId: pulumi.Output<string>;
  /** Resource path of the application (`/applications/<object id>`). */
  readonly applicationId: pulumi.Output<string>;
  /** Client id of the application. */
  readonly clientId: pulumi.Output<string>;
  /** Object id of the service principal. */
  readonly servicePrincipalObjectId: pulumi.Output<string>;
  /** The SAML metadata that is built from tenant and certificates; empty while no certificate is known. Not secret. */
  readonly metadataXml: pulumi.Output<string>;
  /** What is left to do by hand, since no API does it; empty when nothing is. */
  readonly manualSteps: pulumi.Output<string[]>;
  /** ARN of the SAML provider; empty while a certificate that is made by hand is awaited. */
  readonly samlProviderArn: pulumi.Output<string>;
  /** Key in `roles` → ARN, resolved once the role's policies are attached. */
  readonly roleArns: pulumi.Output<Record<string, string>>;
  /** Key in `roles` → name of the group. */
  readonly groupNames: pulumi.Output<Record<string, string>>;
  /** Key in `roles` → object id of the group. */
  readonly groupObjectIds: pulumi.Output<Record<string, string>>;
  /** Everything that was made, as a Markdown page: its id, owner, purpose, console page. Holds no secret. */
  readonly inventory: pulumi.Output<string>;

  /** What is wrong with such arguments, warnings included: the same list that the constructor throws. */
  static problemsOf(args: AccountFederationArgs): Problem[] {
    return accountFederationProblems(args, new Date());
  }

  /** @throws InvalidArguments with every problem of the federation and of all its parts. */
  constructor(name: string, args: AccountFederationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planAccountFederation(name, args, new Date());
    super("entra-aws:index:AccountFederation", name, args, opts);
    warn("AccountFederation", name, plan.warnings, this);
    const existing = admitExistingThings(name, args, plan, this);
    const child = { parent: this, ...existing.held };

    const application = new EnterpriseApplication(`${name}-application`, plan.application, child);
    const metadataXml = args.metadata?.xml ?? application.metadataXml;
    const provider =
      plan.provider && new SamlIdentityProvider(`${name}-saml-provider`, { ...plan.provider, metadataXml }, child);
    const boundary = plan.boundary && new FederationBoundary(`${name}-boundary`, plan.boundary, child);
    const made = { application, provider, boundary };
    const roles = plan.roles.map((role) => federateRole(`${name}-${role.key}`, role, made, existing, child));
    const provisioning = plan.provisioningUser && importRoles(name, plan.provisioningUser, application, roles, child);
    const groupObjectIds = roles.map(({ roleGroup }) => roleGroup.objectId);
    const scope = { groupObjectIds, applicationClientIds: [application.clientId] };
    const conditionalAccessPolicy =
      plan.conditionalAccess &&
      new ConsoleMfaPolicy(`${name}-console-mfa`, { ...plan.conditionalAccess, ...scope }, child);

    const byKey = (value: (role: RoleParts) => pulumi.Output<string>) =>
      pulumi.output(Object.fromEntries(roles.map((role) => [role.plan.key, value(role)])));
    this.signInUrl = application.signInUrl;
    this.applicationObjectId = application.applicationObjectId;
    this.applicationId = application.applicationId;
    this.clientId = application.clientId;
    this.servicePrincipalObjectId = application.servicePrincipalObjectId;
    this.metadataXml = application.metadataXml;
    this.samlProviderArn = provider?.arn ?? pulumi.output("");
    this.manualSteps = application.manualSteps;
    this.roleArns = byKey(({ federatedRole }) => federatedRole.attachedRoleArn);
    this.groupNames = byKey(({ roleGroup }) => roleGroup.displayName);
    this.groupObjectIds = byKey(({ roleGroup }) => roleGroup.objectId);
    this.inventory = federationInventory(args, plan, { ...made, roles, conditionalAccessPolicy, provisioning });
    this.registerOutputs({
      signInUrl: this.signInUrl,
      applicationObjectId: this.applicationObjectId,
      applicationId: this.applicationId,
      clientId: this.clientId,
      servicePrincipalObjectId: this.servicePrincipalObjectId,
      metadataXml: this.metadataXml,
      samlProviderArn: this.samlProviderArn,
      roleArns: this.roleArns,
      groupNames: this.groupNames,
      groupObjectIds: this.groupObjectIds,
      inventory: this.inventory,
      manualSteps: this.manualSteps,
    });
  }
}
