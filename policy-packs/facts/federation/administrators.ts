import { parseArn } from "#core/aws";
import type { Statement } from "#core/aws/policy";
import type { PolicyOfPrincipal, PrincipalFact } from "../iam";

/** Whether a policy allows everything: yes, no, or nobody here has its document. */
export type AllowsEverything = "yes" | "no" | "unknown";

/** The policies of a principal that allow everything, or may. */
export function administratorPolicies(
  principal: PrincipalFact,
): readonly { readonly policy: PolicyOfPrincipal; readonly allows: "yes" | "unknown" }[] {
  return principal.policies.flatMap((policy) => {
    const allows = allowsEverything(policy);
    return allows === "no" ? [] : [{ policy, allows }];
  });
}

/** By ARN, in every partition, or by a document that is as good. */
export function allowsEverything({ arn, document }: PolicyOfPrincipal): AllowsEverything {
  const parsed = parseArn(arn ?? "");
  // Among AWS's own policies this is the one that allows everything.
  if (parsed?.accountId === "aws") return parsed.resource === "policy/AdministratorAccess" ? "yes" : "no";
  if (document === "unknown") return "unknown";
  return document.Statement.some(isEverything) ? "yes" : "no";
}

const everything = /^\*+(:\*+)?$/;

function isEverything({ Effect, Action = [], Resource = [], Condition }: Statement): boolean {
  return (
    Effect === "Allow" &&
    Action.some((action) => everything.test(action)) &&
    Resource.some((resource) => /^\*+$/.test(resource)) &&
    Object.keys(Condition ?? {}).length === 0
  );
}
