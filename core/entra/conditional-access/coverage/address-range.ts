/** Addresses from the first to the last, both included; IPv6 lies above IPv4. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

const aboveIpv4 = 1n << 128n;

/** An IPv4 or IPv6 range as `203.0.113.0/24`, or one address. */
export function addressRange(cidr: string): AddressRange | undefined {
  const [base = "", prefix, ...rest] = cidr.trim().split("/");
  const address = base.includes(":") ? ipv6(base) : ipv4(base);
  const bits = base.includes(":") ? 128 : 32;
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Infinity;
  if (address === undefined || length > bits || rest.length > 0) return undefined;
  const host = BigInt(bits - length);
  const first = (address >> host) << host;
  const offset = bits === 128 ? aboveIpv4 : 0n;
  return { first: offset + first, last: offset + first + (1n << host) - 1n };
}

function ipv4(text: string): bigint | undefined {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255))
    return undefined;
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

function ipv6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::").map(withoutDots);
  if (more.length > 0) return undefined;
  const groups = (part: string | undefined): readonly string[] => (part ? part.split(":") : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...groups(head), ...Array<string>(missing).fill("0"), ...groups(tail)];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

/** The last 32 bits may be written as an IPv4 address. */
function withoutDots(part: string): string {
  return part.replace(/(\d+\.\d+\.\d+\.\d+)$/, (dotted) => {
    const value = ipv4(dotted);
    return value === undefined ? "invalid" : `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
}
