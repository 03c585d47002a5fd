import { iamLimits } from "#core/aws";
import { awsClaims } from "#core/entra";
import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import {
  appRoles,
  applicationOfPrincipal,
  federatedRoles,
  isRecord,
  resourceTypes,
  rolesOfAppRole,
  textOf,
} from "../../facts/federation";
import type { RuleOption, StackRule, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly longest: RuleOption<number>;
}

const { sessionDuration, sessionDurationClaim } = iamLimits;

export const federationSessionDuration: StackRule<Options> = {
  kind: "stack",
  id: "federation-session-duration",
  title: "Federated sessions end in time, and the claim asks for no more than a role gives",
  severity: "medium",
  why: "A session in AWS goes on when the person is blocked in Entra: nothing but its end takes it away. And a SessionDuration claim above a role's maximum makes every sign-in to that role fail, with an error that names neither.",
  fix: "Set the role's maxSessionDuration, or the permission set's sessionDuration, to at most the limit, and the claim to at most the shortest maximum of the roles.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html",
  ],
  frameworks: [],
  options: {
    longest: {
      description: "How many seconds a federated session may last at most: half a working day by default.",
      default: 14_400,
      expected: (seconds) =>
        Number.isInteger(seconds) && seconds >= sessionDuration.min && seconds <= sessionDuration.max
          ? undefined
          : `a whole number of seconds, ${sessionDuration.min} to ${sessionDuration.max}`,
    },
  },
  judge(stack, { longest }) {
    return [
      ...federatedRoles(stack).flatMap(({ resource }) => judgeRole(resource, longest)),
      ...stack.ofType(permissionSetType).flatMap((set) => judgePermissionSet(set, longest)),
      ...stack.ofType(resourceTypes.claimsPolicy).flatMap((policy) => judgeClaims(stack, policy, longest)),
    ];
  },
};

const permissionSetType = "aws:ssoadmin/permissionSet:PermissionSet";
const remedy = "Give the duration as a constant or from the configuration.";

function judgeRole(role: StackResource, longest: number): readonly Verdict[] {
  const property = "maxSessionDuration";
  const reading = role.read(property);
  if (reading.kind === "unknown") {
    const message = "how long a session of the federated role may last is known only after the update";
    return [{ outcome: "undetermined", resource: role, property: reading.property, message, remedy }];
  }
  const seconds = secondsOf(role);
  return seconds === undefined || seconds <= longest
    ? []
    : [tooLong(role, property, "federated role", seconds, longest)];
}

function judgePermissionSet(set: StackResource, longest: number): readonly Verdict[] {
  const property = "sessionDuration";
  const reading = set.read(property);
  if (reading.kind === "unknown") {
    if ((set.propertyDependencies.get(property) ?? []).length === 0) return [];
    const message = "how long a session of the permission set may last is known only after the update";
    return [{ outcome: "undetermined", resource: set, property: reading.property, message, remedy }];
  }
  // ISO 8601, of which Identity Center takes hours, minutes and seconds.
  const match = /^PT(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?$/.exec(textOf(set, property) ?? "");
  if (match === null) return [];
  const [hours, minutes, rest] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  const seconds = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0);
  return seconds <= longest ? [] : [tooLong(set, property, "permission set", seconds, longest)];
}

function tooLong(resource: StackResource, property: string, noun: string, seconds: number, longest: number): Verdict {
  const message = `a session of the ${noun} may last ${seconds} seconds; at most ${longest} are allowed`;
  return { outcome: "violation", resource, property, message };
}

/** IAM's own default where the role says nothing. */
function secondsOf(role: StackResource): number | undefined {
  const reading = role.read("maxSessionDuration");
  if (reading.kind === "unknown") return undefined;
  const seconds = reading.kind === "known" ? numberOf(reading.value) : sessionDuration.min;
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** Of an object, whose `toString` may be anything, no number is asked. */
function numberOf(value: unknown): number {
  return typeof value === "number" || typeof value === "string" ? Number(value) : NaN;
}

function judgeClaims(stack: StackFacts, policy: StackResource, longest: number): readonly Verdict[] {
  const property = "definitions";
  const reading = policy.read(property);
  if (reading.kind === "unknown") {
    const message = "what the claims policy says of the session's length is known only after the update";
    return [{ outcome: "undetermined", resource: policy, property: reading.property, message, remedy }];
  }
  const definitions: readonly unknown[] = reading.kind === "known" && Array.isArray(reading.value) ? reading.value : [];
  return definitions.flatMap((definition, index) =>
    durationClaims(definition).flatMap((claim): readonly Verdict[] => {
      const fault = faultOf(claim, () => shortestMaximum(stack, policy), longest);
      return fault === undefined
        ? []
        : [{ outcome: "violation", resource: policy, property: `${property}[${index}]`, message: fault }];
    }),
  );
}

type Claim = Readonly<Record<string, unknown>>;

/** A definition that cannot be read is Entra's to refuse: it says nothing of a session. */
function durationClaims(definition: unknown): readonly Claim[] {
  const wanted = awsClaims.sessionDuration.toLowerCase();
  return schemaOf(definition).filter((claim): claim is Claim => {
    if (!isRecord(claim)) return false;
    const { SamlClaimType: type } = claim;
    return typeof type === "string" && type.toLowerCase() === wanted;
  });
}

function schemaOf(definition: unknown): readonly unknown[] {
  if (typeof definition !== "string") return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(definition);
  } catch {
    return [];
  }
  const policy = isRecord(parsed) ? parsed["ClaimsMappingPolicy"] : undefined;
  const schema = isRecord(policy) ? policy["ClaimsSchema"] : undefined;
  return Array.isArray(schema) ? schema : [];
}

function faultOf(claim: Claim, shortest: () => number | undefined, longest: number): string | undefined {
  const { Value: value } = claim;
  if (value === undefined) {
    // Reported of microsoft-graph-docs#10170 and #16304: a number as ID of a source is no error, and emits nothing.
    return "the SessionDuration claim has no Value, so Entra emits none, and sessions last an hour";
  }
  const seconds = numberOf(value);
  const { min, max } = sessionDurationClaim;
  if (!Number.isInteger(seconds) || seconds < min || seconds > max) {
    return `the SessionDuration claim is ${shown(value)}; AWS takes ${min} to ${max} seconds`;
  }
  const maximum = shortest();
  if (maximum !== undefined && seconds > maximum) {
    return `the SessionDuration claim is ${seconds} seconds, but a role of the federation gives ${maximum}: sign-ins to it fail`;
  }
  return seconds > longest
    ? `the SessionDuration claim is ${seconds} seconds; at most ${longest} are allowed`
    : undefined;
}

/** Of the roles that the app roles of the policy's applications lead to; of all, where Entra's import writes those. */
function shortestMaximum(stack: StackFacts, policy: StackResource): number | undefined {
  const applications = stack
    .ofType("azuread:index/servicePrincipalClaimsMappingPolicyAssignment:ServicePrincipalClaimsMappingPolicyAssignment")
    .filter((each) => stack.target(each, "claimsMappingPolicyId", resourceTypes.claimsPolicy, "id") === policy)
    .flatMap((each) => applicationOfPrincipal(stack, each, "servicePrincipalId") ?? []);
  const own = appRoles(stack).filter(
    ({ application }) => application !== undefined && applications.includes(application),
  );
  const roles = own.map((appRole) => rolesOfAppRole(stack, appRole)).flatMap((made) => (made.length === 1 ? made : []));
  const federated = own.length > 0 ? roles : federatedRoles(stack).map(({ resource }) => resource);
  const maxima = federated.flatMap((role) => secondsOf(role) ?? []);
  return maxima.length === 0 ? undefined : Math.min(...maxima);
}
