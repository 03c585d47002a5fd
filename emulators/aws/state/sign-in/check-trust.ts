import { authorizeTrust } from "#core/aws/authorization";

import type { Account, Role } from "../account";
import { requestContext } from "../authorization/request-context";
import { documentOf } from "../documents";
import { refusal } from "../refusals";
import { arnOfRole } from "../roles";
import type { Claims } from "./read-claims";
import type { Subject } from "./subject";

/** What a role's trust policy is asked about a sign-in. */
export interface TrustQuestion {
  readonly samlProviderArn: string;
  readonly providerName: string;
  readonly issuer: string;
  readonly recipient: string;
  readonly claims: Claims;
  readonly subject: Subject;
}

/** Refuses unless the role's trust policy allows the sign-in and everything that it brings along. */
export function checkTrust(account: Account, role: Role, question: TrustQuestion, now: Date): void {
  const { claims } = question;
  const actions = [
    "sts:AssumeRoleWithSAML",
    ...(claims.tags.length > 0 ? ["sts:TagSession"] : []),
    ...(claims.sourceIdentity === undefined ? [] : ["sts:SetSourceIdentity"]),
  ];
  const context = trustContext(account, question, now);
  const policy = documentOf(role.trustPolicy);
  for (const action of actions) {
    const decision = authorizeTrust(
      {
        principalArn: question.samlProviderArn,
        federatedPrincipal: question.samlProviderArn,
        action,
        resource: arnOfRole(account, role),
        context,
      },
      policy,
    );
    // A trust policy that hangs on what the emulated STS does not know is refused too: it must never let in by guess.
    if (decision.decision !== "allow") throw refusal("notAuthorizedBySaml");
  }
}

function trustContext(account: Account, question: TrustQuestion, now: Date): Map<string, readonly string[]> {
  const { claims, subject } = question;
  const context = new Map<string, readonly string[]>([
    ...requestContext(now),
    ["saml:aud", [question.recipient]],
    ["saml:iss", [question.issuer]],
    ["saml:sub", [subject.subject]],
    ["saml:sub_type", [subject.subjectType]],
    ["saml:namequalifier", [subject.nameQualifier]],
    ["saml:doc", [`${account.id}/${question.providerName}`]],
    ["sts:rolesessionname", [claims.sessionName]],
    ["aws:federatedprovider", [question.samlProviderArn]],
  ]);
  if (claims.sourceIdentity !== undefined) context.set("sts:sourceidentity", [claims.sourceIdentity]);
  if (claims.tags.length > 0)
    context.set(
      "aws:tagkeys",
      claims.tags.map(({ key }) => key),
    );
  for (const { key, value } of claims.tags) context.set(`aws:requesttag/${key.toLowerCase()}`, [value]);
  return context;
}
