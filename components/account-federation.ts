import * as pulumi from "@pulumi/pulumi";
import { accountFederationProblems, planAccountFederation } from "./account-federation-plan";
import { FederatedRole } from "./aws/federated-role";
import { FederationBoundary } from "./aws/federation-boundary";
import { SamlIdentityProvider } from "./aws/saml-identity-provider";
import { ConsoleMfaPolicy } from "./entra/console-mfa-policy";
import { EnterpriseApplication } from "./entra/enterprise-application";
import { RoleAssignment } from "./entra/role-assignment";
import { RoleGroup } from "./entra/role-group";
import { warn } from "./refusal";
import type { Problem } from "../core/problems";
import type { AccountFederationArgs } from "./account-federation-args";

/**
 * The federation of one AWS account with Microsoft Entra ID: enterprise application, SAML provider, roles, groups, app
 * roles with their assignments, and the Conditional Access policy (article: “Deploy this scenario”).
 */
export class AccountFederation extends pulumi.ComponentResource {
  /** Where people sign in. */
  readonly signInUrl: pulumi.Output<string>;
  /** Object id of the application. */
  readonly applicationObjectId: pulumi.Output<string>;
  /** Resource path of the application (`/applications/<object id>`). */
  readonly applicationId: pulumi.Output<string>;
  /** Client id of the application. */
  readonly clientId: pulumi.Output<string>;
  /** Object id of the service principal. */
  readonly servicePrincipalObjectId: pulumi.Output<string>;
  /** The SAML metadata that is built from tenant and certificates. Not secret. */
  readonly metadataXml: pulumi.Output<string>;
  /** ARN of the SAML provider. */
  readonly samlProviderArn: pulumi.Output<string>;
  /** Key in `roles` → ARN, resolved once the role's policies are attached. */
  readonly roleArns: pulumi.Output<Record<string, string>>;
  /** Key in `roles` → name of the group. */
  readonly groupNames: pulumi.Output<Record<string, string>>;
  /** Key in `roles` → object id of the group. */
  readonly groupObjectIds: pulumi.Output<Record<string, string>>;

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

    const application = new EnterpriseApplication(`${name}-application`, plan.application, { parent: this });
    const provider = new SamlIdentityProvider(
      `${name}-saml-provider`,
      { ...plan.provider, account, metadataXml: args.metadata?.xml ?? application.metadataXml },
      { parent: this },
    );
    const boundaries = plan.boundary
      ? [new FederationBoundary(`${name}-boundary`, plan.boundary, { parent: this })]
      : [];

    const members = plan.roles.map(({ key, role, group, appRoleName, bounded }) => {
      const [boundary] = bounded ? boundaries : [];
      const federatedRole = new FederatedRole(
        `${name}-${key}-role`,
        {
          ...role,
          samlProviderArn: provider.arn,
          permissionsBoundary: boundary?.policyArn ?? role.permissionsBoundary,
        },
        { parent: this },
      );
      const roleGroup = new RoleGroup(`${name}-${key}-group`, group, { parent: this });
      new RoleAssignment(
        `${name}-${key}-assignment`,
        {
          account,
          roleName: role.roleName,
          roleArn: federatedRole.attachedRoleArn,
          samlProviderArn: provider.arn,
          applicationId: application.applicationId,
          servicePrincipalObjectId: application.servicePrincipalObjectId,
          groupObjectId: roleGroup.objectId,
          displayName: appRoleName,
        },
        { parent: this },
      );
      return { key, federatedRole, roleGroup };
    });

    if (conditionalAccess?.requireMfa === true) {
      new ConsoleMfaPolicy(
        `${name}-console-mfa`,
        {
          displayName: plan.conditionalAccessPolicyName,
          state: conditionalAccess.state,
          groupObjectIds: members.map(({ roleGroup }) => roleGroup.objectId),
          applicationClientIds: [application.clientId],
          excludedGroupObjectIds: conditionalAccess.excludedGroupIds,
        },
        { parent: this },
      );
    }

    const byKey = (value: (member: (typeof members)[number]) => pulumi.Output<string>) =>
      pulumi.output(Object.fromEntries(members.map((member) => [member.key, value(member)])));
    this.signInUrl = application.signInUrl;
    this.applicationObjectId = application.applicationObjectId;
    this.applicationId = application.applicationId;
    this.clientId = application.clientId;
    this.servicePrincipalObjectId = application.servicePrincipalObjectId;
    this.metadataXml = application.metadataXml;
    this.samlProviderArn = provider.arn;
    this.roleArns = byKey(({ federatedRole }) => federatedRole.attachedRoleArn);
    this.groupNames = byKey(({ roleGroup }) => roleGroup.displayName);
    this.groupObjectIds = byKey(({ roleGroup }) => roleGroup.objectId);
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
    });
  }
}
