import { isIPv4 } from "node:net";

import { der } from "./der";

const oids = {
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  serverAuthentication: "1.3.6.1.5.5.7.3.1",
};

// RFC 5280 §4.2.1: what a certificate may be used for.

/** May sign certificates of servers, but no further authority. */
export const authorityExtensions: readonly Buffer[] = [
  extension(oids.basicConstraints, der.sequence(der.boolean(true), der.integer(Buffer.from([0]))), "critical"),
  // keyCertSign is bit 5.
  extension(oids.keyUsage, der.bitString(Buffer.from([0b0000_0100]), 2), "critical"),
];

/** May identify a server under these names and IPv4 addresses. */
export function serverExtensions(names: readonly string[]): readonly Buffer[] {
  const alternatives = names.map((name) =>
    isIPv4(name)
      ? der.implicit(7, Buffer.from(name.split(".").map(Number)))
      : der.implicit(2, Buffer.from(name, "ascii")),
  );
  return [
    extension(oids.basicConstraints, der.sequence(), "critical"),
    // digitalSignature is bit 0.
    extension(oids.keyUsage, der.bitString(Buffer.from([0b1000_0000]), 7), "critical"),
    extension(oids.extendedKeyUsage, der.sequence(der.objectIdentifier(oids.serverAuthentication))),
    extension(oids.subjectAltName, der.sequence(...alternatives)),
  ];
}

function extension(oid: string, value: Buffer, critical?: "critical"): Buffer {
  const flag = critical === undefined ? [] : [der.boolean(true)];
  return der.sequence(der.objectIdentifier(oid), ...flag, der.octetString(value));
}
