const saml = "urn:oasis:names:tc:SAML:2.0";
const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";

/** The least that AWS takes for an identity provider's metadata. */
export function metadataOf(certificate: string): string {
  const location = `https://login.microsoftonline.com/${tenantId}/saml2`;
  const service = (name: string, binding: string): string =>
    `<${name} Binding="${saml}:bindings:${binding}" Location="${location}" />`;
  return (
    `<EntityDescriptor xmlns="${saml}:metadata" entityID="https://sts.windows.net/${tenantId}/">` +
    `<IDPSSODescriptor protocolSupportEnumeration="${saml}:protocol"><KeyDescriptor use="signing">` +
    `<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate}</X509Certificate>` +
    `</X509Data></KeyInfo></KeyDescriptor>${service("SingleLogoutService", "HTTP-Redirect")}` +
    `${service("SingleSignOnService", "HTTP-Redirect")}${service("SingleSignOnService", "HTTP-POST")}` +
    `</IDPSSODescriptor></EntityDescriptor>`
  );
}
