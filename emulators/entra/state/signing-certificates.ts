import { entraClouds } from "#core/entra";

import { refusal } from "./errors";
import { isSameId } from "./lookup";
import type { KeyCredential, ServicePrincipal, SigningKey, Tenant } from "./model";
import { getServicePrincipal } from "./service-principals";

/** A fresh key pair with its self-signed certificate, made outside because it is random. */
export interface SigningCertificate extends SigningKey {
  subject: string;
  customKeyIdentifier: string;
  notBefore: string;
  notAfter: string;
}

/**
 * POST addTokenSigningCertificate: a Sign and a Verify key credential and a password credential.
 * Whether the first becomes active is the switch `firstCertificateIsActive`; a later one never does by itself.
 * National clouds do not have the action.
 */
export function addTokenSigningCertificate(
  tenant: Tenant,
  input: { servicePrincipalId: string; certificate: SigningCertificate },
  step: { newId: () => string },
): { sign: KeyCredential; verify: KeyCredential; thumbprint: string } {
  if (!entraClouds[tenant.cloud].canMakeSigningCertificates) {
    throw refusal("actionMissingInCloud", { action: "addTokenSigningCertificate" });
  }
  return keepNewCertificate(tenant, input, step);
}

/** A certificate that an administrator makes on the single sign-on page, which is there in every cloud. */
export function keepNewCertificate(
  tenant: Tenant,
  input: { servicePrincipalId: string; certificate: SigningCertificate },
  step: { newId: () => string },
): { sign: KeyCredential; verify: KeyCredential; thumbprint: string } {
  const servicePrincipal = getServicePrincipal(tenant, input.servicePrincipalId);
  const { certificate } = input;
  const common = {
    customKeyIdentifier: certificate.customKeyIdentifier,
    displayName: certificate.subject,
    startDateTime: certificate.notBefore,
    endDateTime: certificate.notAfter,
  };
  const sign: KeyCredential = {
    ...common,
    keyId: step.newId(),
    type: "X509CertAndPassword",
    usage: "Sign",
    key: null,
  };
  const verify: KeyCredential = {
    ...common,
    keyId: step.newId(),
    type: "AsymmetricX509Cert",
    usage: "Verify",
    key: certificate.certificate,
  };
  const isFirst = servicePrincipal.keyCredentials.length === 0;
  servicePrincipal.keyCredentials.push(sign, verify);
  servicePrincipal.passwordCredentials.push({ ...common, keyId: sign.keyId });
  const { privateKeyPem, certificate: der, thumbprint } = certificate;
  servicePrincipal.signingKeys[sign.keyId] = { privateKeyPem, certificate: der, thumbprint };
  if (isFirst && tenant.switches.firstCertificateIsActive) {
    servicePrincipal.preferredTokenSigningKeyThumbprint = thumbprint;
  }
  return { sign, verify, thumbprint };
}

/** PATCH preferredTokenSigningKeyThumbprint: makes a certificate that the service principal holds the active one. */
export function activateSigningCertificate(
  tenant: Tenant,
  input: { servicePrincipalId: string; thumbprint: string },
): void {
  const servicePrincipal = getServicePrincipal(tenant, input.servicePrincipalId);
  const isHeld = Object.values(servicePrincipal.signingKeys).some((key) => key.thumbprint === input.thumbprint);
  if (!isHeld) {
    throw refusal("invalidValue", { property: "preferredTokenSigningKeyThumbprint", resource: "ServicePrincipal" });
  }
  servicePrincipal.preferredTokenSigningKeyThumbprint = input.thumbprint;
}

/**
 * PATCH keyCredentials and passwordCredentials down to those with the given custom key identifiers.
 * A certificate that is no longer there cannot be active.
 */
export function keepSigningCertificates(
  tenant: Tenant,
  input: { servicePrincipalId: string; customKeyIdentifiers: ReadonlySet<string> },
): void {
  const servicePrincipal = getServicePrincipal(tenant, input.servicePrincipalId);
  const isKept = (credential: { customKeyIdentifier: string }) =>
    input.customKeyIdentifiers.has(credential.customKeyIdentifier);
  servicePrincipal.keyCredentials = servicePrincipal.keyCredentials.filter(isKept);
  servicePrincipal.passwordCredentials = servicePrincipal.passwordCredentials.filter(isKept);
  const keptIds = new Set(servicePrincipal.keyCredentials.map((credential) => credential.keyId));
  servicePrincipal.signingKeys = Object.fromEntries(
    Object.entries(servicePrincipal.signingKeys).filter(([keyId]) => keptIds.has(keyId)),
  );
  if (!findActiveSigningKey(servicePrincipal)) servicePrincipal.preferredTokenSigningKeyThumbprint = null;
}

export function findActiveSigningKey(servicePrincipal: ServicePrincipal): SigningKey | undefined {
  const active = servicePrincipal.preferredTokenSigningKeyThumbprint;
  if (active === null) return undefined;
  return Object.values(servicePrincipal.signingKeys).find((key) => isSameId(key.thumbprint, active));
}
