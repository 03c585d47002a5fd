import type { Refusal } from "./refusal";

const iamApi = "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html";
const iamErrors = "errors of IAM as reported with terraform-provider-aws";

/** What the services say of parameters and documents that they do not take. */
export const inputRefusals = {
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
} as const satisfies Record<string, Refusal>;
