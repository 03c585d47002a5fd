import {
  authorize,
  type AuthorizationRequest,
  denialMessage,
  type Open,
  type Undetermined,
} from "#core/aws/authorization";

import type { Account } from "../account";
import { refusal } from "../refusals";
import { callerArn, type Principal, principalContext } from "./principal";
import { principalPolicies } from "./principal-policies";
import { requestContext } from "./request-context";

export interface Call {
  /** `iam:ListUsers` */
  readonly action: string;
  /** ARN of what is acted upon, or `*`. */
  readonly resource: string;
  /** What a denial says instead of the ARN, where AWS does: `role Developer`. */
  readonly shown?: string;
  /** Condition keys of this call alone, in lower case. */
  readonly context?: readonly (readonly [string, readonly string[]])[];
}

const disputedKeys: ReadonlySet<string> = new Set(["aws:multifactorauthpresent", "aws:multifactorauthage"]);

/**
 * Reported as false and as absent for a session; a decision that hangs on it must not be guessed. Long-lived keys do not
 * have them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function disputedKeysOf({ kind }: Principal): ReadonlySet<string> {
  return kind === "session" ? disputedKeys : new Set();
}

/**
 * Refuses a call that the caller's policies do not allow.
 *
 * @throws AccessDenied in AWS's words, or NotEmulated where the decision hangs on what the emulated account cannot know
 */
export function authorizeCall(account: Account, principal: Principal, call: Call, now: Date): void {
  if (principal.kind === "root") return;
  const request: AuthorizationRequest = {
    principalArn: callerArn(account, principal),
    action: call.action,
    resource: call.resource,
    context: new Map([...requestContext(now), ...principalContext(account, principal), ...(call.context ?? [])]),
    unknownKeys: disputedKeysOf(principal),
  };
  const decision = authorize(request, principalPolicies(account, principal));
  if (decision.decision === "deny") {
    const shown = { ...request, resource: call.shown ?? request.resource };
    throw refusal("accessDenied", { reason: denialMessage(shown, decision) });
  }
  if (decision.decision === "undetermined") throw undeterminedRefusal(request, decision);
}

/** What is said in place of a decision that hangs on what the emulated account cannot know. */
export function undeterminedRefusal({ principalArn, action }: AuthorizationRequest, { open }: Undetermined) {
  return refusal("undetermined", { principal: principalArn, action, open: open.map(describeOpen).join("; ") });
}

function describeOpen(open: Open): string {
  return open.on === "document" ? `the text of ${open.policy}` : `${open.keys.join(", ")} in ${open.policy}`;
}
