import { Group } from "@pulumi/azuread/group";
import { GroupMember } from "@pulumi/azuread/groupMember";
import * as pulumi from "@pulumi/pulumi";
import { displayNameProblems } from "#core/entra";
import { nameOf } from "#core/naming";
import { accountProblems } from "../account-checks";
import { refuse, warn } from "../refusal";
import { objectIdListProblems, objectIdRecordProblems } from "./directory-checks";
import type { Problem } from "../../core/problems";
import type { AccountArgs } from "../account";

/** What the security group of one role is made from. */
export interface RoleGroupArgs {
  /** The AWS account of the role. */
  account: AccountArgs;
  /** Name of the AWS role that members may take. */
  roleName: string;
  /**
   * The group's name; one that is taken is refused.
   * @default "AWS-<account name>-<role name>s"
   */
  displayName?: string;
  /**
   * What the group is for.
   * @default "Members may take the role <role name> in the AWS account <account name> (<account id>)"
   */
  description?: string;
  /**
   * Direct members: a stable key of yours, such as the user principal name, → object id. Direct, because Entra gives
   * app roles to no member of a nested group. The key names the membership: taking one out touches no other.
   * @default none
   */
  members?: Record<string, pulumi.Input<string>>;
  /**
   * Object ids of the group's owners, who may change its members.
   * @default whoever deploys
   */
  owners?: pulumi.Input<string>[];
}

/** Checks the arguments and computes the names. Pure. */
export function planRoleGroup(instance: string, args: RoleGroupArgs) {
  const { account, roleName } = args;
  const warnings = refuse("RoleGroup", instance, [...accountProblems(account), ...roleGroupProblems(args)]);
  return {
    warnings,
    displayName: roleGroupName(args),
    description:
      args.description ?? `Members may take the role ${roleName} in the AWS account ${account.name} (${account.id})`,
    members: Object.entries(args.members ?? {}).map(([key, objectId]) => ({ key, objectId })),
  };
}

/** What is wrong with the arguments, the account apart. */
export function roleGroupProblems(args: RoleGroupArgs): Problem[] {
  return [
    ...displayNameProblems(roleGroupName(args), "displayName"),
    ...objectIdRecordProblems(args.members, "members"),
    ...objectIdListProblems(args.owners, "owners"),
  ];
}

function roleGroupName({ account, roleName, displayName }: RoleGroupArgs): string {
  return displayName ?? nameOf("group", { account: account.name, accountId: account.id, role: roleName });
}

/** The security group whose direct members may take one AWS role (article: “Create the following users and groups”). */
export class RoleGroup extends pulumi.ComponentResource {
  /** Object id of the group. */
  readonly objectId: pulumi.Output<string>;
  /** Name of the group. */
  readonly displayName: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: RoleGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planRoleGroup(name, args);
    super("entra-aws:index:RoleGroup", name, args, opts);
    warn("RoleGroup", name, plan.warnings, this);

    // Without `members`: beside memberships of their own, even an empty list removes them.
    const group = new Group(
      `${name}-group`,
      {
        displayName: plan.displayName,
        description: plan.description,
        securityEnabled: true,
        preventDuplicateNames: true,
        owners: args.owners,
      },
      { parent: this },
    );
    for (const { key, objectId } of plan.members) {
      new GroupMember(
        `${name}-member-${key}`,
        { groupObjectId: group.objectId, memberObjectId: objectId },
        { parent: this },
      );
    }

    this.objectId = group.objectId;
    this.displayName = group.displayName;
    this.registerOutputs({ objectId: this.objectId, displayName: this.displayName });
  }
}
