import type { AuthorizationRequest } from "#core/aws/authorization";
import { awsClaims, type RoleAndProvider } from "#core/entra";
import type { VerifiedAssertion } from "#core/saml/response";
import { samlDoc, samlSubject } from "./saml-subject";
import { samlAttributes, sessionTags, sourceIdentity } from "./session-claims";

/** The actions that a role's trust policy has to allow for this sign-in. Source: AWS IAM user guide, session tags. */
export function trustedActions(assertion: VerifiedAssertion): string[] {
  return [
    "sts:AssumeRoleWithSAML",
    ...(sessionTags(assertion).length > 0 ? ["sts:TagSession"] : []),
    ...(sourceIdentity(assertion) === undefined ? [] : ["sts:SetSourceIdentity"]),
  ];
}

/**
 * What AWS asks a role's trust policy about a sign-in.
 *
 * Where the request comes from, and all else that only AWS sees, is unknown, unless it is told.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 *
 * @param seen condition keys in lower case, of what is known of the request itself
 */
export function trustRequest(
  pair: RoleAndProvider,
  assertion: VerifiedAssertion,
  action: string,
  now: Date,
  seen: readonly (readonly [key: string, values: readonly string[]])[] = [],
): AuthorizationRequest {
  const context = new Map([...trustContext(pair, assertion, now), ...seen]);
  return {
    principalArn: pair.samlProviderArn,
    federatedPrincipal: pair.samlProviderArn,
    action,
    resource: pair.roleArn,
    context,
    unknownKeys: (key) => seenByAwsAlone.has(key) && !context.has(key),
  };
}

const seenByAwsAlone: ReadonlySet<string> = new Set([
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:vpcsourceip",
  "aws:useragent",
  "aws:referer",
  "aws:requestedregion",
]);

function trustContext({ samlProviderArn }: RoleAndProvider, assertion: VerifiedAssertion, now: Date) {
  const tags = sessionTags(assertion);
  const identity = sourceIdentity(assertion);
  const { subject, subjectType, nameQualifier } = samlSubject(assertion, samlProviderArn);
  return new Map<string, readonly string[]>([
    ["aws:currenttime", [now.toISOString()]],
    ["aws:epochtime", [String(Math.floor(now.getTime() / 1000))]],
    ["aws:securetransport", ["true"]],
    ["aws:viaawsservice", ["false"]],
    ["saml:aud", assertion.subjectConfirmations.flatMap(({ recipient }) => recipient ?? [])],
    ["saml:iss", [assertion.issuer]],
    ["saml:sub", [subject]],
    ["saml:sub_type", [subjectType]],
    ["saml:namequalifier", [nameQualifier]],
    ["saml:doc", [samlDoc(samlProviderArn)]],
    ["sts:rolesessionname", samlAttributes(assertion, awsClaims.roleSessionName).slice(0, 1)],
    ["aws:federatedprovider", [samlProviderArn]],
    ...(identity === undefined ? [] : [["sts:sourceidentity", [identity]] as const]),
    ...(tags.length === 0 ? [] : [["aws:tagkeys", tags.map(({ key }) => key)] as const]),
    ...tags.map(({ key, value: tag }) => [`aws:requesttag/${key.toLowerCase()}`, [tag]] as const),
  ]);
}
