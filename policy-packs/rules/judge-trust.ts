import { withoutControls } from "#core/problems";
import { trustPolicies, trustStatements, type DocumentFact, type StackFacts, type TrustStatement } from "../facts";
import type { Verdict } from "./rule";

/** What is wrong with one statement of a trust policy. */
export interface TrustFault {
  readonly outcome?: Verdict["outcome"];
  /** Path within the statement, as `Principal`. @default the statement itself */
  readonly element?: string;
  readonly message: string;
  readonly remedy?: string;
}

/** Judges each Allow statement of each trust policy. A trust policy that nobody can read is said. */
export function judgeTrust(
  stack: StackFacts,
  judge: (trust: TrustStatement, policy: DocumentFact) => readonly TrustFault[],
): readonly Verdict[] {
  return trustPolicies(stack).flatMap((policy) => {
    const unread = unreadTrust(policy);
    if (unread !== undefined) return [unread];
    return trustStatements(policy).flatMap((trust) =>
      judge(trust, policy).map(({ outcome = "violation", element, message, remedy }) => ({
        outcome,
        resource: policy.resource,
        property: element === undefined ? trust.path : `${trust.path}.${element}`,
        message,
        ...(remedy !== undefined && { remedy }),
      })),
    );
  });
}

/** What to say of a trust policy that cannot be read; nothing of one that can. */
export function unreadTrust({ resource, property, reading }: DocumentFact): Verdict | undefined {
  const outcome = "undetermined";
  if (reading.kind === "unknown") {
    const message = "the trust policy is known only after the update";
    return { outcome, resource, property: reading.property, message, remedy: knownTrust };
  }
  if (reading.kind === "known") return undefined;
  const message = `the trust policy cannot be read: ${withoutControls(reading.message)}`;
  return { outcome, resource, property, message, remedy: readableTrust };
}

const knownTrust =
  "Build the trust policy from values that are known before the update: write the provider's or principal's ARN from account id and name instead of taking it from another resource's outputs.";

const readableTrust = "Write the trust policy as a policy document in JSON; until then nobody can say whom it lets in.";
