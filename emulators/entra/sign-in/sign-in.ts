import { audienceOf, entraClouds, issuer } from "#core/entra";
import type { SignInDecision } from "#core/entra/conditional-access";
import { signedResponse } from "#core/saml/response";

import type { ServicePrincipal, SigningKey, Tenant, User } from "../state/model";
import { isPassword } from "../state/passwords";
import { findServicePrincipalByClientId } from "../state/service-principals";
import { findActiveSigningKey } from "../state/signing-certificates";
import type { Step } from "../state/step";
import { findUserByPrincipalName } from "../state/users";
import { applicationAccess, type ApplicationAccess } from "./access";
import { claimsFor } from "./claims";
import type { SignInClient } from "./client";
import { conditionalAccessDecision, refusalOf } from "./conditional-access";
import { signInRefusal, type SignInRefusal, type SignInRefusalName } from "./refusals";

export interface SignInRequest {
  userPrincipalName: string;
  password: string;
  /** The client id. */
  applicationId: string;
  client: SignInClient;
}

/** A SAML response to post to the application, or the refusal. */
export type SignInResult =
  | { outcome: "issued"; responseXml: string; destination: string; relayState: string; decision: SignInDecision }
  | { outcome: "refused"; refusal: SignInRefusal };

/**
 * A person's sign-in to an application, identity-provider initiated: who they are, whether the application is ready,
 * what Conditional Access says of the client, whether they are assigned; then the signed response.
 */
export function signIn(tenant: Readonly<Tenant>, request: SignInRequest, step: Step): SignInResult {
  const refuse = (refusal: SignInRefusal): SignInResult => ({ outcome: "refused", refusal });
  const person = authenticate(tenant, request);
  if ("code" in person) return refuse(person);
  const application = readyApplication(tenant, request.applicationId);
  if ("code" in application) return refuse(application);
  const { servicePrincipal } = application;

  const { client, applicationId } = request;
  const decision = conditionalAccessDecision(tenant, { user: person, appId: servicePrincipal.appId, client });
  const refusal = refusalOf(decision, applicationId);
  if (refusal) return refuse(refusal);

  const access = applicationAccess(tenant, person, servicePrincipal);
  if (servicePrincipal.appRoleAssignmentRequired && !access.isAssigned) {
    const { displayName, appId } = servicePrincipal;
    const { userPrincipalName } = person;
    return refuse(signInRefusal("notAssigned", { application: displayName, appId, userPrincipalName }));
  }
  return {
    outcome: "issued",
    responseXml: responseFor(tenant, { person, access, application, mfa: client.mfa === true }, step),
    destination: application.replyUrl,
    relayState: servicePrincipal.samlSingleSignOnSettings?.relayState ?? "",
    decision,
  };
}

function authenticate(tenant: Readonly<Tenant>, request: SignInRequest): User | SignInRefusal {
  const { userPrincipalName, password } = request;
  const user = findUserByPrincipalName(tenant, userPrincipalName);
  if (!user) return signInRefusal("userNotFound", { userPrincipalName, tenant: tenant.displayName });
  if (!isPassword(password, user.password)) return signInRefusal("wrongPassword");
  if (!user.accountEnabled) return signInRefusal("userDisabled");
  if (user.forceChangePasswordNextSignIn) return signInRefusal("passwordChangeDue");
  return user;
}

/** An application that can receive a response, with what is needed to make one. */
interface ReadyApplication {
  servicePrincipal: ServicePrincipal;
  replyUrl: string;
  key: SigningKey;
}

function readyApplication(tenant: Readonly<Tenant>, appId: string): ReadyApplication | SignInRefusal {
  const servicePrincipal = findServicePrincipalByClientId(tenant, appId);
  if (!servicePrincipal) return signInRefusal("applicationNotFound", { appId, tenant: tenant.displayName });
  const refuse = (name: SignInRefusalName) => signInRefusal(name, { appId, application: servicePrincipal.displayName });
  if (!servicePrincipal.accountEnabled) return refuse("applicationDisabled");
  if (servicePrincipal.preferredSingleSignOnMode !== "saml") return refuse("notSaml");
  const [replyUrl] = servicePrincipal.replyUrls;
  if (replyUrl === undefined) return refuse("noReplyUrl");
  const key = findActiveSigningKey(servicePrincipal);
  return key ? { servicePrincipal, replyUrl, key } : refuse("noCertificate");
}

const minute = 60_000;

/** The response in Entra's shape: valid from 5 minutes before issue to an hour after. */
function responseFor(
  tenant: Readonly<Tenant>,
  input: { person: User; access: ApplicationAccess; application: ReadyApplication; mfa: boolean },
  { now, newId }: Step,
): string {
  const { person, access, application, mfa } = input;
  const { servicePrincipal, replyUrl, key } = application;
  const identifierUri = servicePrincipal.servicePrincipalNames.find((name) => name !== servicePrincipal.appId);
  return signedResponse(
    {
      responseId: `_${newId()}`,
      assertionId: `_${newId()}`,
      issueInstant: now,
      issuer: issuer(tenant.id, entraClouds[tenant.cloud]),
      destination: replyUrl,
      recipient: replyUrl,
      audience: identifierUri === undefined ? `spn:${servicePrincipal.appId}` : audienceOf(identifierUri),
      notBefore: new Date(now.getTime() - 5 * minute),
      notOnOrAfter: new Date(now.getTime() + 60 * minute),
      nameId: { format: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", value: person.userPrincipalName },
      attributes: claimsFor(tenant, servicePrincipal, { user: person, roles: access.roles, mfa }),
      authnInstant: now,
      authnContext: "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
    },
    key,
  );
}
