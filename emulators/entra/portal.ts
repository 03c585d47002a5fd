import { signingCertificate } from "#core/entra";

import type { TenantCloud } from "./provider/cloud";
import { createSigningCertificate } from "./certificates/signing-certificate";
import { findApplicationByClientId, setRedirectUris } from "./state/applications";
import { findServicePrincipalByClientId } from "./state/service-principals";
import { activateSigningCertificate, keepNewCertificate } from "./state/signing-certificates";
import { refusal } from "./state/errors";

/** What an administrator does on an application's single sign-on page, where no API does it. */
export interface Portal {
  /** Sets the one reply URL. */
  setReplyUrl(clientId: string, replyUrl: string): void;
  /** Makes a signing certificate and makes it active. @returns the certificate as the page's “Certificate (Base64)” */
  makeSigningCertificate(clientId: string): Promise<string>;
}

/** The single sign-on pages of a tenant's applications. */
export function portalOf(cloud: TenantCloud): Portal {
  return {
    setReplyUrl: (clientId, replyUrl) => {
      cloud.transact((tenant) => {
        const application = findApplicationByClientId(tenant, clientId);
        if (application === undefined) throw refusal("notFound", { id: clientId });
        setRedirectUris(tenant, { id: application.id, redirectUris: [replyUrl] });
      });
    },
    makeSigningCertificate: async (clientId) => {
      const notBefore = cloud.now();
      const notAfter = new Date(notBefore);
      notAfter.setUTCFullYear(notAfter.getUTCFullYear() + signingCertificate.years);
      const subject = signingCertificate.displayName;
      const certificate = await createSigningCertificate({ subject, notBefore, notAfter });
      cloud.transact((tenant, step) => {
        const servicePrincipal = findServicePrincipalByClientId(tenant, clientId);
        if (servicePrincipal === undefined) throw refusal("notFound", { id: clientId });
        const { id: servicePrincipalId } = servicePrincipal;
        const { thumbprint } = keepNewCertificate(tenant, { servicePrincipalId, certificate }, step);
        activateSigningCertificate(tenant, { servicePrincipalId, thumbprint });
      });
      const lines = certificate.certificate.match(/.{1,64}/g) ?? [];
      return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
    },
  };
}
