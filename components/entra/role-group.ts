import { Group } from "@pulumi/azuread/group";
import { GroupMember } from "@pulumi/azuread/groupMember";
import * as pulumi from "@pulumi/pulumi";
import { displayNameProblems } from "#core/entra";
import { nameOf } from "#core/naming";
import { accountProblems } from "../account-checks";
import { heldBackBy } from "../admission";
import { refuse, warn } from "../refusal";
import { settingsOfExistingProblems } from "../setting-problems";
import { objectIdInputProblems, objectIdListProblems, objectIdRecordProblems } from "./directory-checks";
import { existingGroupProblems, type FoundGroup, lookUpGroup } from "./existing-group";
import { judgedMember, knownMemberIds, lookUpKinds, memberKindProblems } from "./member-kinds";
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
   * Object id of a security group that is there already, taken instead of making one. Members are added to those that it
   * has; it is not changed otherwise, and never deleted. `displayName`, `description` and `owners` are refused beside it.
   * @default a new group
   */
  existingGroupObjectId?: pulumi.Input<string>;
  /**
   * Direct members: a stable key of yours, such as the user principal name, → object id. Direct, because Entra gives
   * app roles to no member of a nested group: an id that is a group's is refused, as soon as it is known. The key
   * names the membership: taking one out touches no other.
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
    ...existingGroupArgumentProblems(args),
  ];
}

/** What is wrong with a group that is to be taken as it is, and with settings that would change it. */
export function existingGroupArgumentProblems({
  existingGroupObjectId: id,
  displayName,
  description,
  owners,
}: RoleGroupArgs): Problem[] {
  if (id === undefined) return [];
  return [
    ...objectIdInputProblems(id, "existingGroupObjectId"),
    ...settingsOfExistingProblems({ displayName, description, owners }, "existingGroupObjectId"),
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

    const judged = this.judgeMembers(name, args);
    // Without `members`: beside memberships of their own, even an empty list removes them.
    const group =
      args.existingGroupObjectId === undefined
        ? new Group(
            `${name}-group`,
            {
              displayName: plan.displayName,
              description: plan.description,
              securityEnabled: true,
              preventDuplicateNames: true,
              owners: args.owners,
            },
            { parent: this, ...heldBackBy(judged) },
          )
        : this.takeExistingGroup(name, args.existingGroupObjectId, plan.members.length > 0);
    for (const { key, objectId } of plan.members) {
      new GroupMember(
        `${name}-member-${key}`,
        { groupObjectId: group.objectId, memberObjectId: judgedMember(name, key, objectId, { parent: this }) },
        { parent: this, ...heldBackBy(judged) },
      );
    }

    this.objectId = group.objectId;
    this.displayName = group.displayName;
    this.registerOutputs({ objectId: this.objectId, displayName: this.displayName });
  }

  /** Looks up what members are whose ids are there before the program; a refusal registers nothing. */
  private judgeMembers(name: string, { members }: RoleGroupArgs): pulumi.Output<unknown>[] {
    const known = knownMemberIds(members);
    if (known.length === 0) return [];
    return [
      lookUpKinds(known, { parent: this }).apply((kinds) =>
        refuse("RoleGroup", name, memberKindProblems(members, kinds, "members")),
      ),
    ];
  }

  /** Registers nothing: reads the group, and hands it on once it has been judged. */
  private takeExistingGroup(
    name: string,
    objectId: pulumi.Input<string>,
    hasMembers: boolean,
  ): pulumi.Output<FoundGroup> {
    return lookUpGroup(objectId, { parent: this }).apply((group) => {
      refuse("RoleGroup", name, existingGroupProblems(group, hasMembers, "existingGroupObjectId"));
      return group;
    });
  }
}
