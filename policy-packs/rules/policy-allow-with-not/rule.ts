import { allowStatements, type PlacedStatement } from "#core/aws/policy-patterns";
import type { DocumentUse } from "../../facts";
import { documentRule, type DocumentFinding } from "../document-rule";

type NotElement = "NotAction" | "NotResource" | "NotPrincipal";

const meanings: Readonly<Record<NotElement, string>> = {
  NotAction: "it allows every action that is not listed, those of services that AWS has yet to make included",
  NotResource: "it allows every resource that is not listed, those that are yet to be made included",
  NotPrincipal: "it allows everybody who is not listed, anonymous callers included",
};

/** Trust policies have rules of their own. */
const elements: Readonly<Partial<Record<DocumentUse, readonly NotElement[]>>> = {
  identity: ["NotAction", "NotResource"],
  resource: ["NotAction", "NotResource", "NotPrincipal"],
};

export const policyAllowWithNot = documentRule({
  id: "policy-allow-with-not",
  title: "An Allow says what it allows, not what it leaves out",
  severity: "medium",
  why: "An Allow with NotAction, NotResource or NotPrincipal grows by itself: whatever is not listed is allowed, and nobody has ever seen that list. Its authors mostly mean a Deny, with which the same elements are safe.",
  fix: "List what is allowed, and put what must never happen into a Deny of its own.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
  ],
  frameworks: [],
  options: {},
  uses: ["identity", "resource"],
  aboutGrants: true,
  judgeDocument: (document, { use }) => allowStatements(document).flatMap((placed) => judge(placed, use)),
});

function judge({ statement, path }: PlacedStatement, use: DocumentUse): readonly DocumentFinding[] {
  return (elements[use] ?? [])
    .filter((element) => statement[element] !== undefined)
    .map((element) => ({ path: `${path}.${element}`, message: `an Allow with ${element}: ${meanings[element]}` }));
}
