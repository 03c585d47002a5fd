/** The few DER types of ASN.1 that a certificate needs (ITU-T X.690). */
export const der = {
  sequence: (...items: Buffer[]) => tagged(0x30, ...items),
  set: (...items: Buffer[]) => tagged(0x31, ...items),
  explicit: (tag: number, item: Buffer) => tagged(0xa0 | tag, item),
  /** A text or bytes whose type the context's tag replaces. */
  implicit: (tag: number, bytes: Buffer) => tagged(0x80 | tag, bytes),
  boolean: (value: boolean) => tagged(0x01, Buffer.from([value ? 0xff : 0])),
  /** A positive integer, most significant byte first. */
  integer: (bytes: Buffer) => {
    const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
    const isNegative = ((significant[0] ?? 0) & 0x80) !== 0;
    return tagged(0x02, isNegative ? Buffer.concat([Buffer.from([0]), significant]) : significant);
  },
  objectIdentifier: (dotted: string) => tagged(0x06, encodedOid(dotted)),
  null: () => tagged(0x05),
  utf8String: (text: string) => tagged(0x0c, Buffer.from(text, "utf8")),
  octetString: (bytes: Buffer) => tagged(0x04, bytes),
  bitString: (bytes: Buffer, unusedBits = 0) => tagged(0x03, Buffer.from([unusedBits]), bytes),
  /** RFC 5280 §4.1.2.5: UTCTime before 2050, GeneralizedTime from then on. */
  time: (moment: Date) => {
    const text = moment.toISOString().replace(/[-:T]|\.\d+/g, "");
    return moment.getUTCFullYear() < 2050 ? tagged(0x17, ascii(text.slice(2))) : tagged(0x18, ascii(text));
  },
};

function tagged(tag: number, ...items: Buffer[]): Buffer {
  const body = Buffer.concat(items);
  return Buffer.concat([Buffer.from([tag]), encodedLength(body.length), body]);
}

function encodedLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = base256(length);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function encodedOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return Buffer.from([first * 40 + second, ...rest.flatMap(base128)]);
}

function base256(value: number): number[] {
  return value < 0x100 ? [value] : [...base256(Math.floor(value / 0x100)), value % 0x100];
}

function base128(value: number): number[] {
  const digits = [value % 0x80];
  for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80)) {
    digits.unshift((rest % 0x80) | 0x80);
  }
  return digits;
}

function ascii(text: string): Buffer {
  return Buffer.from(text, "ascii");
}
