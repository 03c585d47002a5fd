import { defaultDocument, findPolicy } from "../../state/managed-policies";
import { findRole } from "../../state/roles";
import { findUser } from "../../state/users";
import { isOn } from "../inputs";
import { samePolicy } from "../same-policy";
import {
  changes,
  newTags,
  ownBoundary,
  policyInQuestion,
  removedTags,
  requestedBoundary,
  requestTags,
  resourceTags,
  setTags,
  tagKeys,
} from "./context";
import type { Need, Operation, ResourceNeeds, Target } from "./need";
import { itsRole, itsUser, type Subject, thePolicy, theRole, theSamlProvider, theUser } from "./subjects";

type SubjectOf = (operation: Operation) => Subject;

/** A call on something that is there. */
function on(subject: SubjectOf, action: string, more: Partial<Pick<Need, "when" | "context">> = {}): Need {
  return {
    action,
    on: subject,
    context: (operation) => [...resourceTags(subject(operation)), ...(more.context?.(operation) ?? [])],
    ...(more.when === undefined ? {} : { when: more.when }),
  };
}

/**
 * A call on a role or user that is there, judged by its boundary too.
 *
 * Source of which calls are: the service authorization reference, “Actions defined by IAM”, `iam:PermissionsBoundary`.
 */
function within(subject: SubjectOf, action: string, more: Partial<Pick<Need, "when" | "context">> = {}): Need {
  const context: Need["context"] = (operation) => [
    ...ownBoundary(subject(operation)),
    ...(more.context?.(operation) ?? []),
  ];
  return on(subject, action, { ...more, context });
}

/** A call that makes something, and the one that IAM asks for where it gets tags at once. */
function made(subject: SubjectOf, create: string, tag: string): Need[] {
  // A denial of what is not there yet tells the ARN that it would have.
  const target = (operation: Operation): Target => ({ arn: subject(operation).arn });
  return [
    {
      action: create,
      on: target,
      context: (operation) => [...requestTags(newTags(operation)), ...requestedBoundary(operation)],
    },
    {
      action: tag,
      on: target,
      when: (operation) => newTags(operation).length > 0,
      context: (operation) => requestTags(newTags(operation)),
    },
  ];
}

function retagged(subject: SubjectOf, kind: string): Need[] {
  return [
    on(subject, `iam:Tag${kind}`, {
      when: (operation) => setTags(operation).length > 0,
      context: (operation) => requestTags(setTags(operation)),
    }),
    on(subject, `iam:Untag${kind}`, {
      when: (operation) => removedTags(operation).length > 0,
      context: (operation) => tagKeys(removedTags(operation)),
    }),
  ];
}

function rebounded(subject: SubjectOf, kind: "Role" | "User"): Need[] {
  const changed = changes("permissionsBoundary");
  const isGiven = ({ news }: Operation): boolean => (news["permissionsBoundary"] ?? "") !== "";
  return [
    on(subject, `iam:Put${kind}PermissionsBoundary`, {
      when: (operation) => changed(operation) && isGiven(operation),
      context: requestedBoundary,
    }),
    within(subject, `iam:Delete${kind}PermissionsBoundary`, {
      when: (operation) => changed(operation) && !isGiven(operation),
    }),
  ];
}

const holdsPolicies = ({ olds }: Operation, property: string): boolean => {
  const held = olds[property];
  return isOn(olds, "forceDetachPolicies") || (Array.isArray(held) && held.length > 0);
};
const heldRole = ({ account, id }: Operation) => findRole(account, id);

const role: ResourceNeeds = {
  source: "internal/service/iam/role.go",
  create: made(theRole, "iam:CreateRole", "iam:TagRole"),
  read: [
    on(theRole, "iam:GetRole"),
    on(theRole, "iam:ListRolePolicies"),
    on(theRole, "iam:GetRolePolicy", { when: (operation) => (heldRole(operation)?.inlinePolicies.length ?? 0) > 0 }),
    on(theRole, "iam:ListAttachedRolePolicies"),
  ],
  update: [
    within(theRole, "iam:UpdateAssumeRolePolicy", { when: changes("assumeRolePolicy", samePolicy) }),
    within(theRole, "iam:UpdateRoleDescription", { when: changes("description") }),
    within(theRole, "iam:UpdateRole", { when: changes("maxSessionDuration") }),
    ...rebounded(theRole, "Role"),
    ...retagged(theRole, "Role"),
  ],
  delete: [
    on(theRole, "iam:ListInstanceProfilesForRole"),
    on(theRole, "iam:ListAttachedRolePolicies", { when: (operation) => holdsPolicies(operation, "managedPolicyArns") }),
    within(theRole, "iam:DetachRolePolicy", {
      when: (operation) =>
        holdsPolicies(operation, "managedPolicyArns") && (heldRole(operation)?.attachedPolicies.length ?? 0) > 0,
      context: (operation) => [["iam:policyarn", heldRole(operation)?.attachedPolicies ?? []]],
    }),
    on(theRole, "iam:ListRolePolicies", { when: (operation) => holdsPolicies(operation, "inlinePolicies") }),
    within(theRole, "iam:DeleteRolePolicy", {
      when: (operation) =>
        holdsPolicies(operation, "inlinePolicies") && (heldRole(operation)?.inlinePolicies.length ?? 0) > 0,
    }),
    within(theRole, "iam:DeleteRole"),
  ],
};

const rolePolicy: ResourceNeeds = {
  source: "internal/service/iam/role_policy.go",
  create: [within(itsRole, "iam:PutRolePolicy")],
  read: [on(itsRole, "iam:GetRolePolicy")],
  update: [within(itsRole, "iam:PutRolePolicy")],
  delete: [within(itsRole, "iam:DeleteRolePolicy")],
};

const rolePolicyAttachment: ResourceNeeds = {
  source: "internal/service/iam/role_policy_attachment.go",
  create: [within(itsRole, "iam:AttachRolePolicy", { context: policyInQuestion })],
  read: [on(itsRole, "iam:ListAttachedRolePolicies")],
  update: [],
  delete: [within(itsRole, "iam:DetachRolePolicy", { context: policyInQuestion })],
};

const heldPolicy = (operation: Operation) => findPolicy(operation.account, operation.id);
const documentChanges = (operation: Operation): boolean => {
  const held = heldPolicy(operation);
  return held === undefined || operation.news["policy"] !== defaultDocument(held);
};

const policy: ResourceNeeds = {
  source: "internal/service/iam/policy.go",
  create: made(thePolicy, "iam:CreatePolicy", "iam:TagPolicy"),
  read: [on(thePolicy, "iam:GetPolicy"), on(thePolicy, "iam:GetPolicyVersion")],
  update: [
    on(thePolicy, "iam:ListPolicyVersions", { when: documentChanges }),
    on(thePolicy, "iam:DeletePolicyVersion", {
      when: (operation) => documentChanges(operation) && (heldPolicy(operation)?.versions.length ?? 0) >= 5,
    }),
    on(thePolicy, "iam:CreatePolicyVersion", { when: documentChanges }),
    // Some versions of the provider make the version first, and the default one of it by a call of its own.
    on(thePolicy, "iam:SetDefaultPolicyVersion", { when: documentChanges }),
    ...retagged(thePolicy, "Policy"),
  ],
  delete: [
    on(thePolicy, "iam:ListPolicyVersions"),
    on(thePolicy, "iam:DeletePolicyVersion", {
      when: (operation) => (heldPolicy(operation)?.versions.length ?? 0) > 1,
    }),
    on(thePolicy, "iam:DeletePolicy"),
  ],
};

const samlProvider: ResourceNeeds = {
  source: "internal/service/iam/saml_provider.go",
  create: made(theSamlProvider, "iam:CreateSAMLProvider", "iam:TagSAMLProvider"),
  read: [on(theSamlProvider, "iam:GetSAMLProvider")],
  update: [
    on(theSamlProvider, "iam:UpdateSAMLProvider", { when: changes("samlMetadataDocument") }),
    ...retagged(theSamlProvider, "SAMLProvider"),
  ],
  delete: [on(theSamlProvider, "iam:DeleteSAMLProvider")],
};

/** What `forceDestroy` takes away first. */
const clearedUser: readonly Need[] = [
  "iam:ListAccessKeys",
  "iam:ListSSHPublicKeys",
  "iam:ListMFADevices",
  "iam:DeleteLoginProfile",
  "iam:ListSigningCertificates",
  "iam:ListServiceSpecificCredentials",
].map((action) => on(theUser, action, { when: ({ olds }) => isOn(olds, "forceDestroy") }));

const user: ResourceNeeds = {
  source: "internal/service/iam/user.go",
  create: made(theUser, "iam:CreateUser", "iam:TagUser"),
  read: [on(theUser, "iam:GetUser")],
  update: [
    on(theUser, "iam:UpdateUser", { when: changes("path") }),
    ...rebounded(theUser, "User"),
    ...retagged(theUser, "User"),
  ],
  delete: [
    on(theUser, "iam:ListGroupsForUser"),
    ...clearedUser,
    on(theUser, "iam:DeleteAccessKey", {
      when: ({ account, id, olds }) =>
        isOn(olds, "forceDestroy") && (findUser(account, id)?.accessKeys.length ?? 0) > 0,
    }),
    {
      action: "iam:ListVirtualMFADevices",
      on: () => ({ arn: "*" }),
      when: ({ olds }) => isOn(olds, "forceDestroy"),
    },
    on(theUser, "iam:DeleteUser"),
  ],
};

const userPolicy: ResourceNeeds = {
  source: "internal/service/iam/user_policy.go",
  create: [within(itsUser, "iam:PutUserPolicy")],
  read: [on(itsUser, "iam:GetUserPolicy")],
  update: [within(itsUser, "iam:PutUserPolicy")],
  delete: [within(itsUser, "iam:DeleteUserPolicy")],
};

const accessKey: ResourceNeeds = {
  source: "internal/service/iam/access_key.go",
  create: [
    on(itsUser, "iam:CreateAccessKey"),
    on(itsUser, "iam:UpdateAccessKey", { when: ({ news }) => news["status"] === "Inactive" }),
  ],
  read: [on(itsUser, "iam:ListAccessKeys")],
  update: [on(itsUser, "iam:UpdateAccessKey", { when: changes("status") })],
  delete: [on(itsUser, "iam:DeleteAccessKey")],
};

/** What the genuine provider must be allowed, by token. */
export const resourceNeeds: ReadonlyMap<string, ResourceNeeds> = new Map([
  ["aws:iam/accessKey:AccessKey", accessKey],
  ["aws:iam/policy:Policy", policy],
  ["aws:iam/role:Role", role],
  ["aws:iam/rolePolicy:RolePolicy", rolePolicy],
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", rolePolicyAttachment],
  ["aws:iam/samlProvider:SamlProvider", samlProvider],
  ["aws:iam/user:User", user],
  ["aws:iam/userPolicy:UserPolicy", userPolicy],
]);
