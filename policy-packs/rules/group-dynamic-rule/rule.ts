import { shown } from "#core/problems";
import type { StackResource } from "../../facts";
import { accessGroups, isRecord } from "../../facts/federation";
import type { StackRule, Verdict } from "../rule";

const property = "dynamicMembership";

/**
 * Attributes of a user that others than the tenant's administrators write: the user, or whoever invites a guest and the
 * guest's own tenant. Sources: https://learn.microsoft.com/entra/fundamentals/users-default-permissions (mobile phone);
 * https://learn.microsoft.com/entra/external-id/customize-invitation-api and
 * https://tenable.com/indicators/ioe/entra/DYNAMIC-GROUP-FEATURING-AN-EXPLOITABLE-RULE (guests).
 */
const writers: ReadonlyMap<string, "the user" | "who invites a guest, and the guest's own tenant,"> = new Map([
  ["mobile", "the user"],
  ["displayname", "who invites a guest, and the guest's own tenant,"],
  ["mail", "who invites a guest, and the guest's own tenant,"],
  ["mailnickname", "who invites a guest, and the guest's own tenant,"],
  ["othermails", "who invites a guest, and the guest's own tenant,"],
  ["proxyaddresses", "who invites a guest, and the guest's own tenant,"],
  ["userprincipalname", "who invites a guest, and the guest's own tenant,"],
]);

export const groupDynamicRule: StackRule = {
  kind: "stack",
  id: "group-dynamic-rule",
  title: "No group that gives a role in AWS is filled by an attribute that users write",
  severity: "high",
  why: "A dynamic group takes in whoever fits its rule. Where the rule reads what users or a guest's own tenant may write, people make themselves members, without anybody's approval and without a trace in the group's audit log.",
  fix: 'Assign members, or build the rule on attributes that only administrators write, such as the department from HR, and on user.userType -eq "Member".',
  references: [
    "https://learn.microsoft.com/en-us/entra/identity/users/groups-dynamic-membership",
    "https://tenable.com/indicators/ioe/entra/DYNAMIC-GROUP-FEATURING-AN-EXPLOITABLE-RULE",
  ],
  frameworks: [],
  options: {},
  judge: (stack) => [...accessGroups(stack).keys()].flatMap(judgeGroup),
};

function judgeGroup(group: StackResource): readonly Verdict[] {
  const reading = group.read(property);
  if (reading.kind === "unknown") {
    const message = "the rule that fills the group is known only after the update";
    const remedy = "Write the membership rule from constants.";
    return [{ outcome: "undetermined", resource: group, property: reading.property, message, remedy }];
  }
  if (reading.kind === "absent" || !isRecord(reading.value) || typeof reading.value["rule"] !== "string") return [];
  return attributesOf(reading.value["rule"]).map((attribute) => {
    const writer = writers.get(attribute.toLowerCase()) ?? "";
    const message = `the group gives a role in AWS and is filled by ${shown(`user.${attribute}`)}, which ${writer} may write`;
    return { outcome: "violation", resource: group, property: `${property}.rule`, message };
  });
}

/** The attributes of a rule that others may write, each once, as they stand. */
function attributesOf(rule: string): readonly string[] {
  const withoutTexts = rule.replace(/"[^"]*"/g, '""');
  const guestsAreOut = /\buser\.userType\s+-eq\s+"Member"/i.test(rule) && !/-or\b/i.test(withoutTexts);
  const named = [...withoutTexts.matchAll(/\buser\.(\w{1,60})/gi)].map(([, attribute = ""]) => attribute);
  const first = named.filter((attribute, index) => named.findIndex((other) => same(other, attribute)) === index);
  return first.filter((attribute) => {
    const writer = writers.get(attribute.toLowerCase());
    return writer === "the user" || (writer !== undefined && !guestsAreOut);
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
