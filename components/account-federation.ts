import * as pulumi from "@pulumi/pulumi";
import { accountFederationProblems, planAccountFederation } from "./account-federation-plan";
import { assignRole, importRoles } from "./assigned-roles";
import { FederatedRole } from "./aws/federated-role";
import { FederationBoundary } from "./aws/federation-boundary";
import { SamlIdentityProvider } from "./aws/saml-identity-provider";
import { ConsoleMfaPolicy } from "./entra/console-mfa-policy";
import { EnterpriseApplication } from "./entra/enterprise-application";
import { RoleGroup } from "./entra/role-group";
import { admitExistingThings } from "./existing-things";
import { federationInventory, type RoleParts } from "./inventory/federation-inventory";
import { warn } from "./refusal";
import { awaitedRoles, describeAwaited } from "./role-mode-checks";
import type { Problem } from "../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";

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
    const { account, conditionalAccess } = args;

    const existing = admitExistingThings(name, args, plan, this);
    const child = { parent: this, ...existing.held };
    const application = new EnterpriseApplication(`${name}-application`, plan.application, child);
    const provider = plan.awaitsCertificate
      ? undefined
      : new SamlIdentityProvider(
          `${name}-saml-provider`,
          { ...plan.provider, account, metadataXml: args.metadata?.xml ?? application.metadataXml },
          child,
        );
    const boundaries =
      provider && plan.boundary ? [new FederationBoundary(`${name}-boundary`, plan.boundary, child)] : [];

    // Without the certificate that is made by hand, only the application is there, to make it in.
    const members = (provider ? plan.roles : []).map((rolePlan): RoleParts => {
      const { key, role, group, bounded } = rolePlan;
      const [boundary] = bounded ? boundaries : [];
      const samlProviderArn = provider?.arn ?? role.samlProviderArn;
      const federatedRole = new FederatedRole(
        `${name}-${key}-role`,
        {
          ...role,
          samlProviderArn,
          permissionsBoundary: boundary?.policyArn ?? role.permissionsBoundary,
        },
        child,
      );
      const roleGroup = new RoleGroup(
        `${name}-${key}-group`,
        { ...group, members: existing.admitted(group.members) },
        child,
      );
      const parts = { plan: rolePlan, federatedRole, roleGroup };
      const made = { application, samlProviderArn };
      return { ...parts, assignment: assignRole(`${name}-${key}-assignment`, args, parts, made, child) };
    });
    const federatedRoles = members.map(({ federatedRole }) => federatedRole);
    const provisioning =
      provider && plan.provisioningUser && importRoles(name, plan.provisioningUser, application, federatedRoles, child);
    const awaited = provider ? awaitedRoles(args) : [];
    if (awaited.length > 0) void pulumi.log.warn(describeAwaited(name, awaited, members.length), this);

    const conditionalAccessPolicy =
      conditionalAccess?.requireMfa === true && provider
        ? new ConsoleMfaPolicy(
            `${name}-console-mfa`,
            {
              displayName: plan.conditionalAccessPolicyName,
              state: conditionalAccess.state,
              groupObjectIds: members.map(({ roleGroup }) => roleGroup.objectId),
              applicationClientIds: [application.clientId],
              excludedGroupObjectIds: conditionalAccess.excludedGroupIds,
            },
            child,
          )
        : undefined;

    const byKey = (value: (member: (typeof members)[number]) => pulumi.Output<string>) =>
      pulumi.output(Object.fromEntries(members.map((member) => [member.plan.key, value(member)])));
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
    const [boundary] = boundaries;
    const parts = { application, provider, boundary, roles: members, conditionalAccessPolicy, provisioning };
    this.inventory = federationInventory(args, plan, parts);
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
