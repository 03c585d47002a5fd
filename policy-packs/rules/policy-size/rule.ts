import { iamLimits } from "#core/aws";
import { policySize as sizeOf } from "#core/aws/policy";
import {
  perStack,
  policyDocuments,
  principals,
  type DocumentFact,
  type PrincipalFact,
  type PrincipalKind,
  type StackFacts,
} from "../../facts";
import type { RuleOption, StackRule, Verdict } from "../rule";
import { unknownDocument } from "../document-rule";

/** Characters of all inline policies of one. Permission sets are measured by Identity Center, in other ways. */
const inlineLimits: Readonly<Partial<Record<PrincipalKind, number>>> = {
  role: iamLimits.rolePolicySize,
  user: iamLimits.userPolicySize,
  group: iamLimits.groupPolicySize,
};

export const policySize: StackRule<{ trustPolicySize: RuleOption<number> }> = {
  kind: "stack",
  id: "policy-size",
  title: "Policies are within the sizes that IAM takes",
  severity: "medium",
  level: "mandatory",
  why: "IAM refuses a policy that is too long in the middle of an update. All inline policies of a role share one quota, so that one which was always there fails when another is added.",
  fix: "Shorten the policy: fewer statements, patterns for reading actions, or a managed policy for a part of it.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"],
  frameworks: [],
  options: {
    trustPolicySize: {
      description: "The most characters of a trust policy; AWS raises it to 4096 on request.",
      default: iamLimits.trustPolicySize,
      expected: (size) => (Number.isInteger(size) && size > 0 ? undefined : "a whole number above 0"),
    },
  },
  judge: (stack, { trustPolicySize }) => [
    ...policyDocuments(stack).flatMap((fact) => judgeDocument(fact, trustPolicySize)),
    ...principals(stack).flatMap((principal) => judgeInline(stack, principal)),
  ],
};

function judgeDocument(fact: DocumentFact, trustPolicySize: number): readonly Verdict[] {
  const { resource, property, reading, use } = fact;
  const limit = limitOf(fact, trustPolicySize);
  if (limit === undefined) return [];
  if (reading.kind === "unknown") return [unknownDocument(fact, reading.property)];
  if (reading.kind === "malformed") return [];
  const size = sizeOf(reading.text);
  if (size <= limit) return [];
  const what = use === "trust" ? "a trust policy" : "a managed policy";
  const message = `the policy has ${size} characters without white space, and IAM takes ${limit} of ${what}`;
  return [{ outcome: "violation", resource, property, message }];
}

function limitOf({ resource, use }: DocumentFact, trustPolicySize: number): number | undefined {
  if (use === "trust") return trustPolicySize;
  return resource.type === "aws:iam/policy:Policy" ? iamLimits.managedPolicySize : undefined;
}

function judgeInline(stack: StackFacts, principal: PrincipalFact): readonly Verdict[] {
  const limit = inlineLimits[principal.kind];
  const facts = inlineOf(stack, principal);
  if (limit === undefined || facts.length === 0) return [];
  const texts = facts.flatMap(({ reading }) => (reading.kind === "known" ? [reading.text] : []));
  const size = texts.reduce((sum, text) => sum + sizeOf(text), 0);
  const unknown = facts.flatMap((fact) =>
    fact.reading.kind === "unknown" ? [unknownDocument(fact, fact.reading.property)] : [],
  );
  if (size <= limit) return unknown;
  const count = texts.length === 1 ? "the inline policy has" : `the ${texts.length} inline policies have together`;
  const message = `${count} ${size} characters without white space, and IAM takes ${limit} of a ${principal.kind}`;
  const place = facts.length === 1 ? facts[0] : undefined;
  const resource = place?.resource ?? principal.resource;
  return [{ outcome: "violation", resource, ...(place && { property: place.property }), message }];
}

function inlineOf(stack: StackFacts, { policies }: PrincipalFact): readonly DocumentFact[] {
  return policies.flatMap(({ resource, property, group }) =>
    group === undefined ? (byPlace(stack).get(`${resource.urn} ${property}`) ?? []) : [],
  );
}

/** Inline documents are given where they stand; a managed one stands elsewhere. */
const byPlace = perStack((stack): ReadonlyMap<string, DocumentFact> => {
  const inline = policyDocuments(stack).filter(({ use }) => use === "identity");
  return new Map(inline.map((fact) => [`${fact.resource.urn} ${fact.property}`, fact]));
});
