import type { PolicyDocument } from "#core/aws/policy";
import { everythingAllowed, isEveryAction, prefixOf, coversAction } from "#core/aws/policy-patterns";
import { shown } from "#core/problems";
import {
  policyDocuments,
  principals,
  type DocumentFact,
  type PolicyOfPrincipal,
  type PrincipalFact,
  type StackFacts,
} from "../../facts";
import { documentRule, unknownDocument, violationAt, type DocumentFinding, type DocumentRule } from "../document-rule";
import type { RuleOption, RuleSettings, Verdict } from "../rule";

type Options = { administratorRoles: RuleOption<readonly string[]> };

const everything = "everything on everything, or enough of IAM to take it";

const rule = documentRule<Options>({
  id: "policy-administrator",
  title: "Only the roles named for it are administrators",
  severity: "critical",
  why: "Whoever may do everything, or everything in IAM and nearly everything else, is the administrator of the account, under whatever name. Split over two statements or two policies it looks like less in each of them.",
  fix: "Allow what the principal does and no more, or name the role as one of the administrators if that is what it is.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
  ],
  frameworks: ["CIS AWS 3.0.0 1.16"],
  options: {
    administratorRoles: {
      description: "Names of the roles and permission sets that are meant to be administrators.",
      default: ["Administrator"] as readonly string[],
    },
  },
  uses: ["identity"],
  aboutGrants: true,
  judgeDocument: judge,
});

/** A document that somebody has is judged with all that they have; one that nobody has, by itself. */
export const policyAdministrator: DocumentRule<Options> = { ...rule, judge: judgeStack };

function judge(document: PolicyDocument): readonly DocumentFinding[] {
  const places = everythingAllowed([document]);
  const [first] = places ?? [];
  if (places === undefined || first === undefined) return [];
  const others = places.slice(1).map(({ statement }) => `Statement[${statement}]`);
  const together = others.length === 0 ? "the statement" : `the statement, with ${others.join(" and ")},`;
  return [{ path: `Statement[${first.statement}]`, message: `${together} allows ${everything}` }];
}

function judgeStack(stack: StackFacts, settings: RuleSettings<Options>): readonly Verdict[] {
  const facts = policyDocuments(stack).filter(({ use }) => use === "identity");
  const inStack = new Set(facts.map(({ resource, property }) => `${resource.name}.${property}`));
  const held = new Set<unknown>();
  const found = new Set<unknown>();
  const verdicts: Verdict[] = [];
  for (const principal of principals(stack)) {
    if (principal.boundary) held.add(principal.boundary.document);
    principal.policies.forEach(({ document }) => held.add(document));
    if (principal.name !== undefined && settings.administratorRoles.includes(principal.name)) continue;
    const verdict = judgePrincipal(principal, inStack);
    if (verdict === "alone") principal.policies.forEach(({ document }) => found.add(document));
    else verdicts.push(...verdict);
  }
  return [...facts.flatMap((fact) => judgeFact(fact, found, held)), ...verdicts];
}

function judgeFact(fact: DocumentFact, found: ReadonlySet<unknown>, held: ReadonlySet<unknown>): readonly Verdict[] {
  const { reading } = fact;
  if (reading.kind === "unknown") return [unknownDocument(fact, reading.property)];
  if (reading.kind === "malformed") return [];
  const isHeld = held.has(reading.document);
  // Nobody here has it, and it keeps parts of IAM back: it is made to be the boundary of roles that are made elsewhere.
  if (isHeld ? !found.has(reading.document) : !allowsIam(reading.document)) return [];
  return judge(reading.document).map((finding) => violationAt(fact, finding));
}

/** `alone` where one of its documents does it alone, and is told where it stands. */
function judgePrincipal(principal: PrincipalFact, inStack: ReadonlySet<string>): readonly Verdict[] | "alone" {
  const { policies, boundary, resource, kind } = principal;
  const known = policies.filter(isKnown);
  const places = everythingAllowed(known.map(({ document }) => document));
  // What the stack holds and nobody can read is told where it stands.
  if (places === undefined) return policies.filter(({ id }) => !inStack.has(id)).flatMap(unknownPolicy);
  if (boundary !== undefined && !isKnown(boundary)) return [unknownBoundary(boundary)];
  if (boundary !== undefined && isKnown(boundary) && !allowsIam(boundary.document)) return [];
  if (known.some(({ document }) => everythingAllowed([document]) !== undefined)) return "alone";
  const documents = [...new Set(places.map(({ document }) => shown(known[document]?.id ?? "")))];
  const message = `the policies of the ${kind} together allow ${everything}: ${documents.join(" with ")}`;
  return [{ outcome: "violation", resource, message }];
}

function unknownPolicy({ id, document, resource, property }: PolicyOfPrincipal): readonly Verdict[] {
  if (document !== "unknown") return [];
  return [
    {
      outcome: "undetermined",
      resource,
      property,
      message: `the document of the policy ${shown(id)} is not known, so it may allow everything`,
      remedy: "Give a policy whose document is in the stack, or a managed policy of AWS, by its ARN.",
    },
  ];
}

function unknownBoundary({ resource, property }: PolicyOfPrincipal): Verdict {
  return {
    outcome: "undetermined",
    resource,
    property,
    message: `the policies allow ${everything}, and what the permissions boundary leaves of it is not known`,
    remedy: "Name a boundary whose document is in the stack, or is a managed policy of AWS.",
  };
}

type KnownPolicy = PolicyOfPrincipal & { readonly document: PolicyDocument };

function isKnown(policy: PolicyOfPrincipal): policy is KnownPolicy {
  return policy.document !== "unknown";
}

/** A boundary that denies anything in IAM, or does not allow all of it, leaves no administrator. */
function allowsIam(boundary: PolicyDocument): boolean {
  const denies = boundary.Statement.filter(({ Effect }) => Effect === "Deny");
  const reachIam = denies.some(({ Action = [], NotAction }) => NotAction !== undefined || Action.some(mayBeIam));
  return !reachIam && everythingAllowed([boundary]) !== undefined;
}

function mayBeIam(pattern: string): boolean {
  return isEveryAction(pattern) || coversAction(prefixOf(pattern), "iam");
}
