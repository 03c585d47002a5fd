import { describe, expect, it } from "vitest";
import type { Literal } from "./clause";
import { filterClauses } from "./device-filter";

const told = ({ aspect, negated }: Literal): string => `${negated === true ? "not " : ""}${aspect}`;
const clauses = (rule: string, excluded = false): readonly string[] =>
  filterClauses(rule, excluded).map((literals) => literals.map(told).join(" or "));

describe("filterClauses", () => {
  it.each([
    ["device.isCompliant -eq True", "compliant"],
    ["device.isCompliant -ne True", "not compliant"],
    ['device.trustType -eq "ServerAD"', "hybridJoined"],
    ["device.isCompliant -eq False", "deviceFilter device.iscompliant eq false"],
    ['device.deviceOwnership -ne "Company"', "not deviceFilter device.deviceownership eq company"],
    ['device.displayName -notStartsWith "SAW-"', "not deviceFilter device.displayname startswith saw-"],
    ['device.model -notIn ["A", "B"]', "not deviceFilter device.model in [a, b]"],
    ["-not (device.isCompliant -eq True)", "not compliant"],
  ])("reads %s", (rule, clause) => {
    expect(clauses(rule)).toEqual([clause]);
  });

  it("binds and closer than or", () => {
    const rule = 'device.isCompliant -eq True -or device.trustType -eq "ServerAD" -and device.a -eq "b"';
    expect(clauses(rule)).toEqual(["compliant or hybridJoined", "compliant or deviceFilter device.a eq b"]);
  });

  it("follows parentheses", () => {
    const rule = '(device.isCompliant -eq True -or device.trustType -eq "ServerAD") -and device.a -eq "b"';
    expect(clauses(rule)).toEqual(["compliant or hybridJoined", "deviceFilter device.a eq b"]);
  });

  it("turns an exclusion into its opposite", () => {
    const rule = 'device.isCompliant -eq True -or device.trustType -eq "ServerAD"';
    expect(clauses(rule, true)).toEqual(["not compliant", "not hybridJoined"]);
  });

  it.each([
    "",
    "true",
    "device.a",
    "device.a -eq",
    '(device.a -eq "b"',
    'device.a -eq "b" device.a -eq "c"',
    `${"(".repeat(100)}device.a -eq "b"${")".repeat(100)}`,
    "x".repeat(4000),
  ])("takes %j as one statement of which nothing is known", (rule) => {
    expect(clauses(rule)).toEqual([`deviceFilter the rule ${rule}`]);
    expect(clauses(rule, true)).toEqual([`not deviceFilter the rule ${rule}`]);
  });

  it("does not multiply out what would become too long", () => {
    const rule = Array.from({ length: 12 }, (_, i) => `(device.a -eq "${i}" -and device.b -eq "${i}")`).join(" -or ");
    expect(clauses(rule)).toEqual([`deviceFilter the rule ${rule}`]);
  });
});
