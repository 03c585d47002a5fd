/** The namespaces of SAML 2.0 and XML Signature. Source: OASIS saml-core-2.0-os, saml-metadata-2.0-os, W3C xmldsig-core1. */
export const namespaces = {
  assertion: "urn:oasis:names:tc:SAML:2.0:assertion",
  protocol: "urn:oasis:names:tc:SAML:2.0:protocol",
  metadata: "urn:oasis:names:tc:SAML:2.0:metadata",
  signature: "http://www.w3.org/2000/09/xmldsig#",
  xmlns: "http://www.w3.org/2000/xmlns/",
} as const;
