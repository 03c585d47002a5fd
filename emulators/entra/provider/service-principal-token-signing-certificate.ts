import { signingCertificate as entraCertificate } from "#core/entra";
import type { Known, Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { createSigningCertificate, thumbprintOf } from "../certificates/signing-certificate";
import { isSameId } from "../state/lookup";
import type { KeyCredential } from "../state/model";
import { findServicePrincipal, getServicePrincipal } from "../state/service-principals";
import { addTokenSigningCertificate, keepSigningCertificates } from "../state/signing-certificates";
import { checksOf, isIdOf, textCheck } from "./checks";
import type { TenantCloud } from "./cloud";
import { servicePrincipalTokenSigningCertificateSchema } from "./generated/schema";
import { optionalText, text } from "./inputs";
import { providerRefusal } from "./refusals";
import { formatId, parseId } from "./resource-id";

export const servicePrincipalTokenSigningCertificate: ResourceFace<TenantCloud> = {
  schema: servicePrincipalTokenSigningCertificateSchema,
  modelled: ["displayName", "endDate", "servicePrincipalId"],
  replaceOnChange: ["displayName", "endDate", "servicePrincipalId"],
  replaceSource:
    "internal/services/serviceprincipals/service_principal_token_signing_certificate_resource.go, ForceNew; recorded, run certificate-replaced",
  computed: ["keyId", "startDate", "thumbprint", "value"],
  optionalComputed: ["displayName", "endDate"],
  equivalent: { endDate: isSameMoment },
  checks: checksOf(
    isIdOf("servicePrincipalId", "servicePrincipal"),
    textCheck("displayName", (name) => /^(CN=.+)?$/.test(name), 'a name that starts with "CN="'),
    textCheck(
      "endDate",
      (date) => /^\d{4}-\d\d-\d\dT/.test(date) && !Number.isNaN(Date.parse(date)),
      "an RFC3339 date",
    ),
  ),

  async create(cloud, inputs) {
    const { servicePrincipalId } = parseId("servicePrincipal", text(inputs, "servicePrincipalId"));
    const certificate = await createSigningCertificate({
      subject: optionalText(inputs, "displayName") ?? entraCertificate.displayName,
      notBefore: cloud.now(),
      notAfter: endDate(cloud.now(), optionalText(inputs, "endDate")),
    });
    const { verify } = cloud.transact((tenant, step) =>
      addTokenSigningCertificate(tenant, { servicePrincipalId, certificate }, step),
    );
    const id = formatId("signingCertificate", { servicePrincipalId, keyId: verify.keyId });
    return { id, outputs: outputsOf(verify) };
  },

  read(cloud, id) {
    const { servicePrincipalId, keyId } = parseId("signingCertificate", id);
    const verify = findCredential(cloud, servicePrincipalId, keyId);
    if (!verify) return undefined;
    const inputs = {
      servicePrincipalId: formatId("servicePrincipal", { servicePrincipalId }),
      displayName: verify.displayName,
      endDate: verify.endDateTime,
    };
    return { id, inputs, outputs: outputsOf(verify) };
  },

  update: (_cloud, _id, _news, olds) => olds,

  delete(cloud, id) {
    const { servicePrincipalId, keyId } = parseId("signingCertificate", id);
    cloud.transact((tenant) => {
      const { keyCredentials } = getServicePrincipal(tenant, servicePrincipalId);
      const unlucky = deletedByProvider(keyCredentials, keyId);
      const kept = keyCredentials.map((each) => each.customKeyIdentifier).filter((each) => each !== unlucky);
      keepSigningCertificates(tenant, { servicePrincipalId, customKeyIdentifiers: new Set(kept) });
    });
    if (findCredential(cloud, servicePrincipalId, keyId)) {
      // The genuine provider polls for five minutes before it says so.
      throw providerRefusal("certificateStillThere", { keyId, servicePrincipalId });
    }
  },
};

/**
 * The certificate that the provider deletes: that of the last listed credential other than the one it means.
 * Only for the last certificate, whose Sign credential precedes its Verify credential, it is the right one.
 * Judge: recorded, azuread 6.9.1, 2026-11-24, runs certificate-rotation and certificate-replaced.
 */
function deletedByProvider(credentials: readonly KeyCredential[], keyId: string): string | undefined {
  return credentials.filter((credential) => !isSameId(credential.keyId, keyId)).at(-1)?.customKeyIdentifier;
}

function findCredential(cloud: TenantCloud, servicePrincipalId: string, keyId: string): KeyCredential | undefined {
  const credentials = findServicePrincipal(cloud.read(), servicePrincipalId)?.keyCredentials ?? [];
  return credentials.find((credential) => credential.usage === "Verify" && isSameId(credential.keyId, keyId));
}

function outputsOf(verify: KeyCredential): Outputs {
  const value = verify.key ?? "";
  return {
    displayName: verify.displayName,
    endDate: verify.endDateTime,
    keyId: verify.keyId,
    startDate: verify.startDateTime,
    thumbprint: thumbprintOf(value),
    value,
  };
}

function endDate(now: Date, given: string | undefined): Date {
  if (given !== undefined) return new Date(given);
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + entraCertificate.years);
  return end;
}

function isSameMoment(old: Known, now: Known): boolean {
  return typeof old === "string" && typeof now === "string" && Date.parse(old) === Date.parse(now);
}
