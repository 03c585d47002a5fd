import { policyArn, roleArn, samlProviderArn, userArn } from "#core/aws";
import type { DeployedRole, DeployerScope } from "./deployer-scope";
import type { Condition, Statement } from "./policy-document";

/** A statement that can be cut: its list of resources is one of equals. */
export type Grant = Statement & { Sid: string; Action: readonly string[]; Resource: readonly string[] };

/** Statements of a deployer, reads first; those that would name nothing are left out. */
export function deployerGrants(scope: DeployerScope): Grant[] {
  return [...reads(scope), ...roleWrites(scope), ...otherWrites(scope)].filter(({ Resource }) => Resource.length > 0);
}

function grant(sid: string, actions: readonly string[], resources: readonly string[], condition?: Condition): Grant {
  const statement = { Sid: sid, Effect: "Allow" as const, Action: actions, Resource: resources };
  return condition === undefined ? statement : { ...statement, Condition: condition };
}

function reads(scope: DeployerScope): Grant[] {
  const { roles = [], existingRoles = [] } = scope;
  const arnsOf = arns(scope);
  const actions = ["iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"];
  return [
    grant("ReadRoles", actions, roles.map(arnsOf.role)),
    grant("ReadInlinePolicies", ["iam:GetRolePolicy"], roles.filter(hasInlinePolicies).map(arnsOf.role)),
    grant("ReadExistingRoles", ["iam:GetRole"], existingRoles.map(arnsOf.role)),
    grant("ReadProvider", ["iam:GetSAMLProvider"], [...arnsOf.provider, ...arnsOf.existingProvider]),
    grant("ReadBoundary", ["iam:GetPolicy", "iam:GetPolicyVersion"], arnsOf.boundary),
    grant(
      "ReadUser",
      ["iam:GetUser", "iam:GetUserPolicy", "iam:ListAccessKeys"],
      [...arnsOf.user, ...arnsOf.existingUser],
    ),
  ];
}

function roleWrites(scope: DeployerScope): Grant[] {
  const { roles = [] } = scope;
  const arnsOf = arns(scope);
  const actions = [
    "iam:DeleteRole",
    "iam:ListInstanceProfilesForRole",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateRole",
    "iam:UpdateRoleDescription",
    ...tagging(scope, "Role"),
  ];
  return [
    ...createdWithin(roles, arnsOf.role),
    grant("WriteRoles", actions, roles.map(arnsOf.role)),
    ...attachments(roles, arnsOf.role),
    grant(
      "WriteInlinePolicies",
      ["iam:DeleteRolePolicy", "iam:PutRolePolicy"],
      roles.filter(hasInlinePolicies).map(arnsOf.role),
    ),
  ];
}

type RoleArn = (role: DeployedRole) => string;

/** A role that has to have a boundary cannot be made without it, nor get another. */
function createdWithin(roles: readonly DeployedRole[], arnOf: RoleArn): Grant[] {
  return grouped(roles, ({ permissionsBoundaryArn = "" }) => permissionsBoundaryArn).map(([boundary, group], index) =>
    boundary === ""
      ? grant("CreateRoles", ["iam:CreateRole"], group.map(arnOf))
      : grant(
          `CreateBoundedRoles${index + 1}`,
          ["iam:CreateRole", "iam:PutRolePermissionsBoundary"],
          group.map(arnOf),
          {
            StringEquals: { "iam:PermissionsBoundary": [boundary] },
          },
        ),
  );
}

/** Each role gets its own policies and no other: roles share a statement where they share the whole list. */
function attachments(roles: readonly DeployedRole[], arnOf: RoleArn): Grant[] {
  const listOf = ({ managedPolicyArns = [] }: DeployedRole): string => [...managedPolicyArns].sort().join(" ");
  return grouped(roles, listOf)
    .filter(([list]) => list !== "")
    .map(([list, group], index) =>
      grant(`AttachPolicies${index + 1}`, ["iam:AttachRolePolicy", "iam:DetachRolePolicy"], group.map(arnOf), {
        ArnEquals: { "iam:PolicyARN": list.split(" ") },
      }),
    );
}

function otherWrites(scope: DeployerScope): Grant[] {
  const arnsOf = arns(scope);
  return [
    grant(
      "WriteProvider",
      ["iam:CreateSAMLProvider", "iam:DeleteSAMLProvider", "iam:UpdateSAMLProvider", ...tagging(scope, "SAMLProvider")],
      arnsOf.provider,
    ),
    grant(
      "WriteBoundary",
      [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:ListPolicyVersions",
        "iam:SetDefaultPolicyVersion",
        ...tagging(scope, "Policy"),
      ],
      arnsOf.boundary,
    ),
    grant(
      "WriteUser",
      [
        "iam:CreateAccessKey",
        "iam:CreateUser",
        "iam:DeleteAccessKey",
        "iam:DeleteUser",
        "iam:DeleteUserPolicy",
        "iam:ListGroupsForUser",
        "iam:PutUserPolicy",
        ...tagging(scope, "User"),
      ],
      arnsOf.user,
    ),
    grant(
      "WriteExistingUser",
      ["iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:DeleteUserPolicy", "iam:PutUserPolicy"],
      arnsOf.existingUser,
    ),
  ];
}

function tagging({ tagged = false }: DeployerScope, kind: string): string[] {
  return tagged ? [`iam:Tag${kind}`, `iam:Untag${kind}`] : [];
}

function hasInlinePolicies({ inlinePolicies = false }: DeployedRole): boolean {
  return inlinePolicies;
}

/** The ARNs that a scope's names will have. */
function arns({ partition, accountId, ...scope }: DeployerScope) {
  const owner = { partition, accountId };
  const listed = <Name>(name: Name | undefined, arnOf: (name: Name) => string): string[] =>
    name === undefined ? [] : [arnOf(name)];
  return {
    role: ({ name, path }: { name: string; path?: string }): string => roleArn({ ...owner, name, path }),
    provider: listed(scope.samlProvider, ({ name }) => samlProviderArn({ ...owner, name })),
    existingProvider: listed(scope.existingSamlProvider, ({ name }) => samlProviderArn({ ...owner, name })),
    boundary: listed(scope.boundary, ({ name, path }) => policyArn({ ...owner, name, path })),
    user: listed(scope.provisioningUser, ({ name, path }) => userArn({ ...owner, name, path })),
    existingUser: listed(scope.existingProvisioningUser, ({ name, path }) => userArn({ ...owner, name, path })),
  };
}

/** Groups in the order in which their keys occur first. */
function grouped<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return [...groups];
}
