import { authorizeTrust, type Decision } from "#core/aws/authorization";
import { awsClaims, type RoleAndProvider } from "#core/entra";
import { shown } from "#core/problems";
import type { VerifiedAssertion } from "#core/saml/response";
import { samlAttributes, trustedActions, trustRequest } from "#core/saml/trust";
import { awsError, type Check, ok, refused, sources, type Subject, unknown, warned } from "./check";
import { claimedSeconds } from "./claim-checks";
import type { FederationSettings, KnownRole } from "./federation-settings";

const notLookedUp = "sign in to the account that has it: the role is read by iam:GetRole";

/** What AWS asks about one role that the response offers, in AWS's order. */
export function pairChecks(
  pair: RoleAndProvider,
  assertion: VerifiedAssertion,
  settings: FederationSettings,
  now: Date,
): Check[] {
  const role = settings.roles.get(pair.roleArn);
  return [
    roleCheck(pair, role),
    ...trustedActions(assertion).map((action) => trustCheck(action, pair, assertion, role, now)),
    durationCheck(assertion, role),
    ...stackCheck(pair, settings),
  ];
}

/** A role that somebody asks for and the response does not offer. */
export function notOfferedCheck(wanted: string): Check {
  const subject: Subject = {
    name: "role",
    given: "not offered by the response",
    expected: shown(wanted),
    source: sources.troubleshooting,
  };
  const remedy = "assign the person, by the role's group, to the app role; it counts from the next sign-in on";
  return refused(subject, "notAuthorizedBySaml", remedy);
}

/** A response without a role. */
export function noRolesCheck(): Check {
  const subject: Subject = {
    name: "roles",
    given: "none",
    expected: "at least one value of the attribute Role",
    source: sources.assertions,
  };
  const remedy =
    "the person has no app role of this application, or only one by a nested group, which Entra does not follow: add the person to a role's group";
  return refused(subject, "notAuthorizedBySaml", remedy);
}

/** A value of the Role attribute from which AWS reads no role. The value is the directory's own, and is shown. */
export function malformedPairCheck(value: string): Check {
  const subject: Subject = {
    name: "form",
    given: shown(value),
    expected: "<role ARN>,<SAML provider ARN>, without spaces",
    source: sources.assertions,
  };
  return refused(subject, "notAuthorizedBySaml", "correct the app role's value");
}

function roleCheck({ roleArn }: RoleAndProvider, role: KnownRole | undefined): Check {
  const subject: Subject = {
    name: "role",
    given: shown(roleArn),
    expected: "a role of the account, path and capitals included",
    source: sources.troubleshooting,
  };
  if (role === undefined) return unknown(subject, notLookedUp);
  if (role !== "absent") return ok(subject);
  return refused(subject, "notAuthorizedBySaml", "create the role, or correct the app role's value, which names it");
}

function trustCheck(
  action: string,
  pair: RoleAndProvider,
  assertion: VerifiedAssertion,
  role: KnownRole | undefined,
  now: Date,
): Check {
  const subject: Subject = {
    name: action === "sts:AssumeRoleWithSAML" ? "trust" : `trust, ${action}`,
    given: "a trust policy that nobody has read",
    expected: `a trust policy that allows ${action} to ${shown(pair.samlProviderArn)} for this response`,
    source: action === "sts:AssumeRoleWithSAML" ? sources.troubleshooting : sources.tags,
  };
  if (role === undefined) return unknown(subject, notLookedUp);
  if (role === "absent") return unknown({ ...subject, given: "no role" }, "the role comes first");
  const decision = authorizeTrust(trustRequest(pair, assertion, action, now), role.trustPolicy);
  const told = { ...subject, given: describedDecision(decision) };
  if (decision.decision === "allow") return ok(told);
  if (decision.decision === "undetermined") return unknown(told, "only AWS sees what this hangs on");
  return refused(told, "notAuthorizedBySaml", trustRemedy(action, decision.reason));
}

function describedDecision(decision: Decision): string {
  if (decision.decision === "allow") {
    return `allowed by statement ${decision.by.map(({ statement, sid }) => shown(sid ?? statement + 1)).join(", ")}`;
  }
  if (decision.decision === "undetermined") {
    const keys = decision.open.flatMap((open) => (open.on === "keys" ? open.keys : [open.policy]));
    return `it hangs on ${[...new Set(keys)].map(shown).join(", ")}`;
  }
  if (decision.reason === "implicit") return "no statement allows it";
  return `denied by statement ${decision.by.map(({ statement, sid }) => shown(sid ?? statement + 1)).join(", ")}`;
}

function trustRemedy(action: string, reason: "explicit" | "implicit"): string {
  if (reason === "explicit") return "change the Deny statement of the role's trust policy, or its condition";
  return action === "sts:AssumeRoleWithSAML"
    ? "compare principal, action and condition (SAML:aud is the recipient) of the role's trust policy with this response"
    : `add ${action} to the role's trust policy, or take the claims away; Entra's role import takes no role with a second action`;
}

/** The console takes the claim for the session's length; the API only shortens by it. */
function durationCheck(assertion: VerifiedAssertion, role: KnownRole | undefined): Check {
  const seconds = claimedSeconds(samlAttributes(assertion, awsClaims.sessionDuration));
  const subject: Subject = {
    name: "duration",
    given: seconds === undefined ? "no SessionDuration that counts" : `${seconds} seconds`,
    expected:
      role === undefined || role === "absent"
        ? "at most the role's maximum"
        : `at most the role's ${role.maxSessionDuration} seconds`,
    source: sources.roles,
  };
  if (seconds === undefined) return ok(subject);
  if (role === undefined || role === "absent") return unknown(subject, notLookedUp);
  if (seconds <= role.maxSessionDuration) return ok(subject);
  return {
    ...subject,
    outcome: "refused",
    only: "console",
    awsError: awsError("durationOverRoleMaximum"),
    remedy: "raise the role's maxSessionDuration, or lower sessionDuration; AssumeRoleWithSAML only shortens by it",
  };
}

/** Without a stack there is nothing to compare with, and nothing that AWS would miss. */
function stackCheck({ roleArn, samlProviderArn }: RoleAndProvider, { stack }: FederationSettings): Check[] {
  if (stack === undefined) return [];
  const subject: Subject = {
    name: "stack",
    given: `${shown(roleArn)} by ${shown(samlProviderArn)}`,
    expected: `one of the roles of stack ${shown(stack.name)}, by its provider`,
    source: "the stack's config",
  };
  if (!stack.roleArns.includes(roleArn)) {
    return [warned(subject, "the stack does not declare this role: an app role of another origin, or one left behind")];
  }
  if (samlProviderArn === stack.samlProviderArn) return [ok(subject)];
  return [warned(subject, `the stack's provider is ${stack.samlProviderArn}`)];
}
