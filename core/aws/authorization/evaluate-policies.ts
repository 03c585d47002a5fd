import type { PolicyDocument, Statement } from "#core/aws/policy";
import type { Open, PolicyKind, SourcedPolicy, StatementReference } from "./decision";
import { evaluateStatement, type Attachment } from "./evaluate-statement";
import { listOf } from "./list-of";
import type { PrincipalMatch } from "./match-principal";
import type { AuthorizationRequest } from "./request";

export interface Finding<Of> {
  readonly of: Of;
  readonly principal: PrincipalMatch;
}

/** All that the policies of one kind say of a request. */
export interface Verdict {
  readonly kind: PolicyKind;
  readonly denies: readonly StatementReference[];
  readonly allows: readonly Finding<StatementReference>[];
  readonly openDenies: readonly Open[];
  readonly openAllows: readonly Finding<Open>[];
}

export function evaluatePolicies(
  kind: PolicyKind,
  policies: readonly SourcedPolicy[],
  request: AuthorizationRequest,
): Verdict {
  const verdict = {
    kind,
    denies: [] as StatementReference[],
    allows: [] as Finding<StatementReference>[],
    openDenies: [] as Open[],
    openAllows: [] as Finding<Open>[],
  };
  for (const { id: policy, document } of policies) {
    if (document === "unknown") {
      const open: Open = { on: "document", kind, policy };
      verdict.openDenies.push(open);
      verdict.openAllows.push({ of: open, principal: "caller" });
      continue;
    }
    listOf<Statement>(document.Statement).forEach((statement, index) => {
      const outcome = evaluateStatement(statement, request, attachment(kind, document));
      if (outcome.applies === "no") return;
      const { principal } = outcome;
      const reference: StatementReference = { kind, policy, statement: index, ...sidOf(statement) };
      if (outcome.applies === "yes") {
        if (statement.Effect === "Deny") verdict.denies.push(reference);
        else verdict.allows.push({ of: reference, principal });
      } else {
        const open: Open = { on: "keys", effect: statement.Effect, keys: outcome.keys, ...reference };
        if (statement.Effect === "Deny") verdict.openDenies.push(open);
        else verdict.openAllows.push({ of: open, principal });
      }
    });
  }
  return verdict;
}

function sidOf({ Sid: sid }: Statement): { sid?: string } {
  return sid === undefined ? {} : { sid };
}

function attachment(kind: PolicyKind, document: PolicyDocument): Attachment {
  return {
    attachedTo: kind === "resource-based policy" || kind === "role trust policy" ? "resource" : "principal",
    // Documents come from users too; one without a version is of 2008-10-17.
    variables: (document.Version as string | undefined) === "2012-10-17",
  };
}
