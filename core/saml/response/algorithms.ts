/** The algorithms that Entra signs with. Source: W3C xmldsig-core1, RFC 4051, saml-core-2.0-os 5.4. */
export const algorithms = {
  canonicalization: "http://www.w3.org/2001/10/xml-exc-c14n#",
  signature: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  digest: "http://www.w3.org/2001/04/xmlenc#sha256",
  transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#"],
} as const;

/** All that is taken from others: no SHA-1, no shared secret, nothing that could change what is signed. */
export const accepted = {
  canonicalization: [algorithms.canonicalization],
  signature: [algorithms.signature, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"],
  digest: [algorithms.digest, "http://www.w3.org/2001/04/xmlenc#sha512"],
  transforms: algorithms.transforms,
} as const;
