import type { AccessKey, Account, ManagedPolicy, PolicyVersion, Role, Tag, User } from "../state/account";
import { arnOfPolicy, attachmentCount, boundaryUsageCount } from "../state/managed-policies";
import { arnOfRole } from "../state/roles";
import { arnOfUser } from "../state/users";
import { urlEncoded } from "./url-encoded";

/** A role as a list has it: IAM leaves boundary and tags out there. */
export function describeRole(account: Account, role: Role) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: arnOfRole(account, role),
    CreateDate: role.createDate,
    AssumeRolePolicyDocument: urlEncoded(role.trustPolicy),
    Description: unlessEmpty(role.description),
    MaxSessionDuration: role.maxSessionDuration,
  };
}

/** A user as a list has it. */
export function describeUser(account: Account, user: User) {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: arnOfUser(account, user),
    CreateDate: user.createDate,
  };
}

/** A policy of the account as a list has it: without description and tags. */
export function describePolicy(account: Account, policy: ManagedPolicy) {
  const arn = arnOfPolicy(account, policy);
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    ...usage(account, arn),
    CreateDate: policy.createDate,
    UpdateDate: policy.versions
      .map(({ createDate }) => createDate)
      .sort()
      .at(-1),
  };
}

/** Who uses a managed policy, whoever owns it. */
export function usage(account: Account, arn: string) {
  return {
    AttachmentCount: attachmentCount(account, arn),
    PermissionsBoundaryUsageCount: boundaryUsageCount(account, arn),
    IsAttachable: true,
  };
}

export function describeVersion(policy: ManagedPolicy, version: PolicyVersion) {
  return {
    VersionId: version.id,
    IsDefaultVersion: version.id === policy.defaultVersion,
    CreateDate: version.createDate,
  };
}

export function describeAccessKey(user: User, key: AccessKey) {
  return { UserName: user.name, AccessKeyId: key.id, Status: key.status, CreateDate: key.createDate };
}

export function describeTags(tags: readonly Tag[]) {
  return tags.map(({ key, value }) => ({ Key: key, Value: value }));
}

/** What a role or user has besides in an answer about itself alone; no tags are no element. */
export function describeDetails({ permissionsBoundary, tags }: Pick<Role, "permissionsBoundary" | "tags">) {
  return {
    // The SDK's enumeration says PermissionsBoundaryPolicy; IAM answers Policy, as its guide's examples show.
    PermissionsBoundary:
      permissionsBoundary === undefined
        ? undefined
        : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: permissionsBoundary },
    Tags: tags.length === 0 ? undefined : describeTags(tags),
  };
}

export function unlessEmpty(text: string): string | undefined {
  return text === "" ? undefined : text;
}
