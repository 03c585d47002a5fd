import { allOf, anyOf, except, membership, type Membership } from "../membership";
import type { FilterRule } from "../policy";
import type { Device, SignIn } from "../sign-in";
import type { Condition } from "./condition";

/** Device states, and the device filter, of which one comparison of what a sign-in tells is understood. */
export const devices: Condition = {
  name: "devices",
  evaluate({ devices }, { device }) {
    const included = devices?.includeDevices ?? [];
    return allOf(
      except(included.length === 0 ? "yes" : among(included, device), among(devices?.excludeDevices ?? [], device)),
      filtered(devices?.deviceFilter, device),
    );
  },
};

const states: ReadonlyMap<string, keyof Device> = new Map([
  ["Compliant", "compliant"],
  ["DomainJoined", "hybridJoined"],
]);

function among(list: readonly string[], device: SignIn["device"]): Membership {
  return anyOf(
    ...list.map((name): Membership => {
      const state = states.get(name);
      return state === undefined ? membership(name === "All") : has(device, state);
    }),
  );
}

function has(device: SignIn["device"], state: keyof Device): Membership {
  const value = device?.[state];
  return typeof value === "boolean" ? membership(value) : { open: [`device.${state}`] };
}

const comparison = /^\s*device\.(isCompliant|trustType)\s+-(eq|ne)\s+(?:"(\w+)"|(\w+))\s*$/i;
const meanings: ReadonlyMap<string, keyof Device> = new Map([
  ["iscompliant true", "compliant"],
  ["trusttype serverad", "hybridJoined"],
]);

function filtered(filter: FilterRule | null | undefined, device: SignIn["device"]): Membership {
  if (!filter) return "yes";
  const [, attribute = "", operator = "", quoted, bare = ""] = comparison.exec(filter.rule) ?? [];
  const state = meanings.get(`${attribute} ${quoted ?? bare}`.toLowerCase());
  if (state === undefined) return { open: ["deviceFilter"] };
  const negative = (operator.toLowerCase() === "ne") !== (filter.mode === "exclude");
  return negative ? except("yes", has(device, state)) : has(device, state);
}
