import type { Refusal } from "./refusal";

const iamErrors = "errors of IAM as reported with terraform-provider-aws";

/** What IAM says of roles, users, policies, keys and providers: there already, not there, still in use, too many. */
export const entityRefusals = {
  roleExists: {
    code: "EntityAlreadyExists",
    status: 409,
    message: "Role with name <name> already exists.",
    source: iamErrors,
  },
  userExists: {
    code: "EntityAlreadyExists",
    status: 409,
    message: "User with name <name> already exists.",
    source: iamErrors,
  },
  policyExists: {
    code: "EntityAlreadyExists",
    status: 409,
    message: "A policy called <name> already exists. Duplicate names are not allowed.",
    source: iamErrors,
  },
  samlProviderExists: {
    code: "EntityAlreadyExists",
    status: 409,
    message: "SAML provider with name <name> already exists.",
    source: "unconfirmed; code from https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html",
  },
  noSuchRole: {
    code: "NoSuchEntity",
    status: 404,
    message: "The role with name <name> cannot be found.",
    source: iamErrors,
  },
  noSuchUser: {
    code: "NoSuchEntity",
    status: 404,
    message: "The user with name <name> cannot be found.",
    source: iamErrors,
  },
  noSuchRolePolicy: {
    code: "NoSuchEntity",
    status: 404,
    message: "The role policy with name <name> cannot be found.",
    source: iamErrors,
  },
  noSuchUserPolicy: {
    code: "NoSuchEntity",
    status: 404,
    message: "The user policy with name <name> cannot be found.",
    source: iamErrors,
  },
  noSuchPolicy: { code: "NoSuchEntity", status: 404, message: "Policy <arn> was not found.", source: iamErrors },
  notAttachable: {
    code: "NoSuchEntity",
    status: 404,
    message: "Policy <arn> does not exist or is not attachable.",
    source: iamErrors,
  },
  notAttached: { code: "NoSuchEntity", status: 404, message: "Policy <arn> was not found.", source: iamErrors },
  noSuchBoundary: {
    code: "NoSuchEntity",
    status: 404,
    message: "Scope ARN: <arn> does not exist or is not attachable.",
    source: iamErrors,
  },
  noSuchPolicyVersion: {
    code: "NoSuchEntity",
    status: 404,
    message: "Policy <arn> version <version> does not exist or is not attachable.",
    source: iamErrors,
  },
  noSuchSamlProvider: {
    code: "NoSuchEntity",
    status: 404,
    message: "Manifest not found for arn <arn>",
    source: iamErrors,
  },
  noSuchPrincipal: {
    code: "NoSuchEntity",
    status: 404,
    message: "<arn> does not exist.",
    source:
      "unconfirmed; code from https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html",
  },
  noSuchAccessKey: {
    code: "NoSuchEntity",
    status: 404,
    message: "The Access Key with id <id> cannot be found.",
    source: iamErrors,
  },
  mustDetachPolicies: {
    code: "DeleteConflict",
    status: 409,
    message: "Cannot delete entity, must detach all policies first.",
    source: iamErrors,
  },
  mustDeletePolicies: {
    code: "DeleteConflict",
    status: 409,
    message: "Cannot delete entity, must delete policies first.",
    source: iamErrors,
  },
  mustDeleteAccessKeys: {
    code: "DeleteConflict",
    status: 409,
    message: "Cannot delete entity, must delete access keys first.",
    source: iamErrors,
  },
  policyAttached: {
    code: "DeleteConflict",
    status: 409,
    message: "Cannot delete a policy attached to entities.",
    source: iamErrors,
  },
  policyHasVersions: {
    code: "DeleteConflict",
    status: 409,
    message:
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    source: iamErrors,
  },
  defaultVersion: {
    code: "DeleteConflict",
    status: 409,
    message: "Cannot delete the default version of a policy.",
    source: iamErrors,
  },
  tooManyVersions: {
    code: "LimitExceeded",
    status: 409,
    message:
      "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.",
    source: iamErrors,
  },
  quota: { code: "LimitExceeded", status: 409, message: "Cannot exceed quota for <quota>: <limit>", source: iamErrors },
  inlinePolicySize: {
    code: "LimitExceeded",
    status: 409,
    message: "Maximum policy size of <limit> bytes exceeded for <kind> <name>",
    source: iamErrors,
  },
} as const satisfies Record<string, Refusal>;
