import { samlSignInErrors } from "#core/aws";
import { CloudError } from "#emulators/wire/errors";

interface Refusal {
  readonly code: string;
  readonly status: number;
  /** AWS's words; `<name>` stands for a value. */
  readonly message: string;
  /** Where code and words are known from; `unconfirmed` words are ours, their code is documented. */
  readonly source: string;
}

const iamApi = "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html";
const iamErrors = "errors of IAM as reported with terraform-provider-aws";

/** Everything that the emulated accounts refuse, in AWS's codes and words. */
export const refusals = {
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
  malformedPolicy: { code: "MalformedPolicyDocument", status: 400, message: "<reason>", source: iamErrors },
  invalidPrincipal: {
    code: "MalformedPolicyDocument",
    status: 400,
    message: 'Invalid principal in policy: "<kind>":"<principal>"',
    source: "https://github.com/hashicorp/terraform-provider-aws/issues/8905",
  },
  invalidFederatedPrincipal: {
    code: "MalformedPolicyDocument",
    status: 400,
    message: "Federated principals must be valid domain names or SAML metadata ARNs",
    source: "https://github.com/terraform-aws-modules/terraform-aws-iam/issues/202",
  },
  invalidMetadata: {
    code: "InvalidInput",
    status: 400,
    message: "Could not parse metadata: <reason>",
    source: "unconfirmed; code from https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html",
  },
  notInEnumeration: {
    code: "ValidationError",
    status: 400,
    message:
      "1 validation error detected: Value '<value>' at '<member>' failed to satisfy constraint: Member must satisfy enum value set: [<values>]",
    source: iamApi,
  },
  missingUserName: {
    code: "ValidationError",
    status: 400,
    message: "Must specify userName when calling with non-User credentials",
    source: "https://github.com/aws/aws-sdk-java/issues/1304",
  },
  invalidPolicyArn: {
    code: "InvalidInput",
    status: 400,
    message: "ARN <arn> is not valid.",
    source: "unconfirmed; code from https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html",
  },
  tooLong: {
    code: "ValidationError",
    status: 400,
    message:
      "1 validation error detected: Value '<value>' at '<member>' failed to satisfy constraint: Member must have length less than or equal to <limit>",
    source: iamApi,
  },
  tooShort: {
    code: "ValidationError",
    status: 400,
    message:
      "1 validation error detected: Value '<value>' at '<member>' failed to satisfy constraint: Member must have length greater than or equal to <limit>",
    source: iamApi,
  },
  wrongCharacters: {
    code: "ValidationError",
    status: 400,
    message:
      "1 validation error detected: Value '<value>' at '<member>' failed to satisfy constraint: Member must satisfy regular expression pattern: <pattern>",
    source: iamApi,
  },
  tooSmall: {
    code: "ValidationError",
    status: 400,
    message:
      "1 validation error detected: Value '<value>' at '<member>' failed to satisfy constraint: Member must have value greater than or equal to <limit>",
    source: iamApi,
  },
  tooLarge: {
    code: "ValidationError",
    status: 400,
    message:
      "1 validation error detected: Value '<value>' at '<member>' failed to satisfy constraint: Member must have value less than or equal to <limit>",
    source: iamApi,
  },
  missingMember: {
    code: "ValidationError",
    status: 400,
    message:
      "1 validation error detected: Value null at '<member>' failed to satisfy constraint: Member must not be null",
    source: iamApi,
  },
  invalidMarker: {
    code: "ValidationError",
    status: 400,
    message: "Invalid Marker.",
    source: `unconfirmed; code from ${iamApi}`,
  },
  invalidMaxBuckets: {
    code: "InvalidArgument",
    status: 400,
    message: "Argument max-buckets must be an integer between 1 and 10000",
    source: "unconfirmed; code from https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
  invalidArn: {
    code: "ValidationError",
    status: 400,
    message: "<what> ARN is invalid",
    source: "https://github.com/Versent/saml2aws/issues/536",
  },
  ...samlSignInErrors,
  mayNotAssume: {
    code: "AccessDenied",
    status: 403,
    message: "User: <principal> is not authorized to perform: sts:AssumeRole on resource: <roleArn>",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html",
  },
  rootAssumesNoRole: {
    code: "AccessDenied",
    status: 403,
    message: "Roles may not be assumed by root accounts.",
    source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html; words as users report them",
  },
  durationOverChaining: {
    code: "ValidationError",
    status: 400,
    message: "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
    source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html; words as users report them",
  },
  missingAuthentication: {
    code: "MissingAuthenticationToken",
    status: 403,
    message: "Request is missing Authentication Token",
    source: iamApi,
  },
  incompleteSignature: { code: "IncompleteSignature", status: 400, message: "<reason>", source: iamApi },
  unknownAccessKey: {
    code: "InvalidClientTokenId",
    status: 403,
    message: "The security token included in the request is invalid.",
    source: iamApi,
  },
  unknownAccessKeyS3: {
    code: "InvalidAccessKeyId",
    status: 403,
    message: "The AWS Access Key Id you provided does not exist in our records.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
  expiredToken: {
    code: "ExpiredToken",
    status: 403,
    message: "The security token included in the request is expired",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-sts.html",
  },
  expiredTokenS3: {
    code: "ExpiredToken",
    status: 400,
    message: "The provided token has expired.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
  signatureDoesNotMatch: { code: "SignatureDoesNotMatch", status: 403, message: "<reason>", source: iamApi },
  clockSkewS3: {
    code: "RequestTimeTooSkewed",
    status: 403,
    message: "The difference between the request time and the current time is too large.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
  accessDenied: {
    code: "AccessDenied",
    status: 403,
    message: "<reason>",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html",
  },
  undetermined: {
    code: "NotEmulated",
    status: 501,
    message: "The emulated account cannot decide whether <principal> may perform <action>: it hangs on <open>.",
    source: "ours: an emulated cloud says that it does not know, and never guesses a decision",
  },
  renameNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "Renaming user <name> to <newName> in place is not emulated: give the resource another name, too.",
    source: "ours: the genuine provider renames it",
  },
  regionNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "The emulated accounts know nothing of region <region>.",
    source: "ours",
  },
  rootUserNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "What the root user asks about itself is not emulated: give UserName.",
    source: "ours",
  },
  policyOfAwsNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "Of <arn>, which belongs to AWS, the emulated accounts know at most that it exists.",
    source: "ours: AWS has more policies, and more versions of each, than are known here",
  },
  invalidAction: {
    code: "InvalidAction",
    status: 400,
    message: "Could not find operation <action> for version <version>",
    source: iamApi,
  },
  requestNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "The emulated accounts take Query requests as POST of a form to /, and no <method> of <path>.",
    source: "ours: the services take a query by GET, too",
  },
  operationNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "<operation> is not emulated yet.",
    source: "ours: what an operation answers that was begun by tools/new.ts",
  },
  parameterNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "Parameter <parameter> of <operation> is not emulated.",
    source: "ours: an emulated cloud acts on what it is told, or refuses it",
  },
  repeatedParameter: {
    code: "MalformedQueryString",
    status: 400,
    message: "The query string contains a syntax error: <parameter> is there more than once.",
    source: `unconfirmed; code from ${iamApi}`,
  },
  bodyTooLarge: {
    code: "RequestEntityTooLarge",
    status: 413,
    message: "The request is longer than <limit> bytes.",
    source: "unconfirmed: no source says how much the services take",
  },
  notImplemented: {
    code: "NotImplemented",
    status: 501,
    message: "A header or query you provided implies functionality that is not implemented.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof refusals;

type Placeholders<Message extends string> = Message extends `${string}<${infer Name}>${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Values<Name extends RefusalName> = Record<Placeholders<(typeof refusals)[Name]["message"]>, string | number>;
type Arguments<Name extends RefusalName> = keyof Values<Name> extends never ? [] : [values: Values<Name>];

/** The refusal as an error, for a place that has to throw it. */
export function refusal<Name extends RefusalName>(name: Name, ...[values]: Arguments<Name>): CloudError {
  const { code, status, message } = refusals[name];
  const given = new Map<string, string | number>(Object.entries(values ?? {}));
  return new CloudError({
    cloud: "aws",
    code,
    status,
    message: message.replace(/<(\w+)>/g, (placeholder, key: string) => String(given.get(key) ?? placeholder)),
  });
}
