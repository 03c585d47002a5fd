interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

/** Whether an IPv4 or IPv6 address lies in a range; a range without `/` is one address. What does not parse lies nowhere. */
export function matchesCidr(range: string, address: string): boolean {
  const [base = "", prefix, ...rest] = range.split("/");
  const network = parseAddress(base);
  const host = parseAddress(address);
  if (!network || !host || network.bits !== host.bits || rest.length > 0) return false;
  const length = prefix === undefined ? network.bits : parsePrefix(prefix, network.bits);
  if (length === undefined) return false;
  const hostBits = BigInt(network.bits - length);
  return network.value >> hostBits === host.value >> hostBits;
}

function parsePrefix(text: string, bits: number): number | undefined {
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const length = Number(text);
  return length <= bits ? length : undefined;
}

function parseAddress(text: string): Address | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255))
    return undefined;
  return { value: octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n), bits: 32 };
}

function parseIpv6(text: string): Address | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(parseGroups);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<bigint>(missing).fill(0n), ...(tail ?? [])];
  return { value: groups.reduce((value, group) => (value << 16n) | group, 0n), bits: 128 };
}

function parseGroups(text: string): bigint[] | undefined {
  if (text === "") return [];
  const groups: bigint[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`));
      continue;
    }
    const embedded = index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (!embedded) return undefined;
    groups.push(embedded.value >> 16n, embedded.value & 0xffffn);
  }
  return groups;
}
