import { ApplicationAppRole } from "@pulumi/azuread/applicationAppRole";
import { AppRoleAssignment } from "@pulumi/azuread/appRoleAssignment";
import * as pulumi from "@pulumi/pulumi";
import { arnProblems, roleNameProblems } from "#core/aws";
import { appRoleValue, appRoleValueProblems, displayNameProblems } from "#core/entra";
import { appRoleId, nameOf } from "#core/naming";
import { accountProblems, arnOf } from "../account-checks";
import { isPlain, refuse, warn } from "../refusal";
import { objectIdInputProblems } from "./directory-checks";
import type { Problem } from "../../core/problems";
import type { AccountArgs } from "../account";

/** What ties one group to one AWS role. */
export interface RoleAssignmentArgs {
  /** The AWS account of the role. */
  account: AccountArgs;
  /** Name of the AWS role; with the account id it decides the app role's id, for good. */
  roleName: string;
  /** ARN of the AWS role. Give the one that resolves once the role's policies are attached. */
  roleArn: pulumi.Input<string>;
  /** ARN of the SAML provider that the role trusts. */
  samlProviderArn: pulumi.Input<string>;
  /** Resource path of the application (`/applications/<object id>`). */
  applicationId: pulumi.Input<string>;
  /** Object id of the application's service principal. */
  servicePrincipalObjectId: pulumi.Input<string>;
  /** Object id of the group whose direct members may take the role. */
  groupObjectId: pulumi.Input<string>;
  /**
   * The app role's name in Entra.
   * @default "<role name>,<SAML provider name>"
   */
  displayName?: string;
  /**
   * What the app role is for.
   * @default "<role name> in the AWS account <account name> (<account id>)"
   */
  description?: string;
}

/** Checks the arguments and computes id and names. Pure. */
export function planRoleAssignment(instance: string, args: RoleAssignmentArgs) {
  const { account, roleName } = args;
  const warnings = refuse("RoleAssignment", instance, [...accountProblems(account), ...roleAssignmentProblems(args)]);
  return {
    warnings,
    appRoleId: appRoleId(account.id, roleName),
    description: args.description ?? `${roleName} in the AWS account ${account.name} (${account.id})`,
  };
}

/** What is wrong with the arguments, the account apart. */
export function roleAssignmentProblems(args: RoleAssignmentArgs): Problem[] {
  const { account, roleName, roleArn, samlProviderArn, displayName } = args;
  return [
    ...roleNameProblems(roleName, "roleName"),
    ...(isPlain(roleArn) ? arnProblems(roleArn, arnOf(account, "role"), "roleArn") : []),
    ...(isPlain(samlProviderArn)
      ? arnProblems(samlProviderArn, arnOf(account, "saml-provider"), "samlProviderArn")
      : []),
    ...(isPlain(roleArn) && isPlain(samlProviderArn)
      ? appRoleValueProblems({ roleArn, samlProviderArn }, "roleArn")
      : []),
    ...(displayName === undefined ? [] : displayNameProblems(displayName, "displayName")),
    ...objectIdInputProblems(args.servicePrincipalObjectId, "servicePrincipalObjectId"),
    ...objectIdInputProblems(args.groupObjectId, "groupObjectId"),
  ];
}

/**
 * The app role that stands for an AWS role, and its assignment to a group (article: “How to update role mapping”).
 * On removal the assignment goes first, then azuread disables the app role before it removes it.
 */
export class RoleAssignment extends pulumi.ComponentResource {
  /** Id of the app role: the same for one account id and role name, always. */
  readonly appRoleId: pulumi.Output<string>;
  /** Value of the app role: role ARN and provider ARN, what AWS gets as `Role`. */
  readonly appRoleValue: pulumi.Output<string>;
  /** Id of the assignment. */
  readonly assignmentId: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: RoleAssignmentArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planRoleAssignment(name, args);
    super("entra-aws:index:RoleAssignment", name, args, opts);
    warn("RoleAssignment", name, plan.warnings, this);

    const samlProviderArn = pulumi.output(args.samlProviderArn);
    const role = new ApplicationAppRole(
      `${name}-app-role`,
      {
        applicationId: args.applicationId,
        roleId: plan.appRoleId,
        allowedMemberTypes: ["User"],
        displayName:
          args.displayName ??
          samlProviderArn.apply((arn) =>
            nameOf("appRole", { role: args.roleName, samlProvider: arn.slice(arn.lastIndexOf("/") + 1) }),
          ),
        description: plan.description,
        value: pulumi
          .all([args.roleArn, samlProviderArn])
          .apply(([roleArn, provider]) => appRoleValue({ roleArn, samlProviderArn: provider })),
      },
      // Entra refuses a second app role with the same value.
      { parent: this, deleteBeforeReplace: true },
    );
    const assignment = new AppRoleAssignment(
      `${name}-assignment`,
      {
        appRoleId: role.roleId,
        principalObjectId: args.groupObjectId,
        resourceObjectId: args.servicePrincipalObjectId,
      },
      // With the role deleted before it is replaced, its assignment has to go before it, too.
      { parent: this, deleteBeforeReplace: true, dependsOn: [role] },
    );

    this.appRoleId = role.roleId;
    this.appRoleValue = role.value.apply((value) => value ?? "");
    this.assignmentId = assignment.id;
    this.registerOutputs({
      appRoleId: this.appRoleId,
      appRoleValue: this.appRoleValue,
      assignmentId: this.assignmentId,
    });
  }
}
