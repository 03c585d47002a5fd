import { describe, expect, it } from "vitest";
import { addressRange } from "./address-range";

const ipv6 = 1n << 128n;

describe("addressRange", () => {
  it.each([
    ["203.0.113.0/24", 0xcb007100n, 0xcb0071ffn],
    ["203.0.113.77/24", 0xcb007100n, 0xcb0071ffn],
    ["203.0.113.7", 0xcb007107n, 0xcb007107n],
    ["0.0.0.0/0", 0n, 0xffffffffn],
    ["2001:db8::/32", ipv6 + (0x20010db8n << 96n), ipv6 + (0x20010db9n << 96n) - 1n],
    ["::1/128", ipv6 + 1n, ipv6 + 1n],
    ["::ffff:203.0.113.7", ipv6 + 0xffffcb007107n, ipv6 + 0xffffcb007107n],
    ["1:2:3:4:5:6:7:8", ipv6 + 0x00010002000300040005000600070008n, ipv6 + 0x00010002000300040005000600070008n],
  ])("%s", (text, first, last) => {
    expect(addressRange(text)).toEqual({ first, last });
  });

  it.each([
    "",
    "anywhere",
    "203.0.113.0/33",
    "203.0.113.0/",
    "203.0.113",
    "203.0.113.256",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "1:2:3:4::5:6:7:8",
    "::/129",
    "::1.2.3.256",
    "1.2.3.4/8/8",
  ])("%j is no range", (text) => {
    expect(addressRange(text)).toBeUndefined();
  });
});
