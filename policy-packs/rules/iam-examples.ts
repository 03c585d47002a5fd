import type { ExampleResource } from "./example";

type From = ExampleResource["from"];

const resource = (
  type: string,
  name: string,
  properties: ExampleResource["properties"],
  from: From,
): ExampleResource => ({ type, name, properties, ...(from && { from }) });

/** A policy document that allows actions, on everything unless told otherwise. */
export function allowing(Action: unknown, Resource: unknown = "*", Condition?: object): string {
  const statement = { Effect: "Allow", Action, Resource, ...(Condition && { Condition }) };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

export function iamRole(name: string, properties: ExampleResource["properties"] = {}): ExampleResource {
  return resource("aws:iam/role:Role", name, { name, ...properties }, undefined);
}

export function iamUser(name: string, properties: ExampleResource["properties"] = {}): ExampleResource {
  return resource("aws:iam/user:User", name, { name, ...properties }, undefined);
}

export function iamGroup(name: string): ExampleResource {
  return resource("aws:iam/group:Group", name, { name }, undefined);
}

/** The inline policy of a role, called `<role>-inline`. */
export function rolePolicy(role: string, policy: unknown): ExampleResource {
  return resource("aws:iam/rolePolicy:RolePolicy", `${role}-inline`, { role, policy }, undefined);
}

export function userPolicy(user: string, policy: unknown): ExampleResource {
  return resource("aws:iam/userPolicy:UserPolicy", `${user}-inline`, { user, policy }, undefined);
}

export function groupPolicy(group: string, policy: unknown): ExampleResource {
  return resource("aws:iam/groupPolicy:GroupPolicy", `${group}-inline`, { group, policy }, undefined);
}

/** A managed policy attached to a role, called `<role>-attached`. */
export function roleAttachment(role: string, policyArn: unknown, from?: From): ExampleResource {
  const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
  return resource(type, `${role}-attached`, { role, policyArn }, from);
}

export function userAttachment(user: string, policyArn: unknown): ExampleResource {
  const type = "aws:iam/userPolicyAttachment:UserPolicyAttachment";
  return resource(type, `${user}-attached`, { user, policyArn }, undefined);
}

export function groupAttachment(group: string, policyArn: unknown): ExampleResource {
  const type = "aws:iam/groupPolicyAttachment:GroupPolicyAttachment";
  return resource(type, `${group}-attached`, { group, policyArn }, undefined);
}

/** A user's groups, called `<user>-groups`. */
export function groupsOfUser(user: string, groups: unknown): ExampleResource {
  return resource("aws:iam/userGroupMembership:UserGroupMembership", `${user}-groups`, { user, groups }, undefined);
}

export function accessKey(name: string, user: string, properties: ExampleResource["properties"] = {}): ExampleResource {
  return resource("aws:iam/accessKey:AccessKey", name, { user, ...properties }, undefined);
}
