import { shown } from "#core/problems";
import type { StackResource } from "../../facts";
import type { ResourceRule, RuleOption, Verdict } from "../rule";

const choices = ["any", "generated", "named"] as const;

export const iamPhysicalNames: ResourceRule<{ names: RuleOption<string> }> = {
  kind: "resource",
  types: [
    "aws:iam/group:Group",
    "aws:iam/instanceProfile:InstanceProfile",
    "aws:iam/policy:Policy",
    "aws:iam/role:Role",
    "aws:iam/user:User",
  ],
  id: "iam-physical-names",
  title: "Names in IAM are all given or all generated, as the organisation has chosen",
  severity: "low",
  why: "A name that is given can be written into trust policies, app roles and reviews, and keeps a second copy of the stack out of the account. A generated one does neither. Both are right, but whoever relies on one is surprised by the other.",
  fix: "Give the resource a name, or leave name and namePrefix to Pulumi, as the option says.",
  references: [
    "https://www.pulumi.com/docs/iac/concepts/resources/names/",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
  ],
  frameworks: [],
  options: {
    names: {
      description: "Which names there may be: named, generated, or any, with which the rule finds nothing.",
      default: "any",
      expected: (value) => (choices.some((choice) => choice === value) ? undefined : "any, generated or named"),
    },
  },
  judge: (resource, { names }) => (names === "any" ? [] : judgeName(resource, names === "generated")),
};

function judgeName(resource: StackResource, wantsGenerated: boolean): readonly Verdict[] {
  const property = "name";
  const reading = resource.read(property);
  if (reading.kind === "unknown") {
    const message = "the name is known only after the update, so nobody can say whether it is given";
    const remedy = "Give the name from configuration or constants, or leave it out.";
    return [{ outcome: "undetermined", resource, property: reading.property, message, remedy }];
  }
  const name = reading.kind === "known" ? reading.value : undefined;
  if (isGenerated(resource, name) === wantsGenerated) return [];
  const message = wantsGenerated
    ? `the name ${shown(name)} is given, and names are to be generated`
    : `the name ${shown(name)} is generated, and names are to be given`;
  return [{ outcome: "violation", resource, property, message }];
}

/** Pulumi adds seven hexadecimal digits to the logical name, AWS's provider a time stamp to a prefix. */
function isGenerated(resource: StackResource, name: unknown): boolean {
  const prefix = resource.read("namePrefix");
  if (prefix.kind === "known" && prefix.value !== "") return true;
  if (typeof name !== "string") return true;
  return name.startsWith(`${resource.name}-`) && /^[0-9a-f]{7}$/.test(name.slice(resource.name.length + 1));
}
