import { shown } from "#core/problems";
import type { StackResource } from "../../facts";
import { isRecord } from "../../facts/federation";
import type { ResourceRule, RuleOption, RuleSettings, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly secretDays: RuleOption<number>;
  readonly certificateDays: RuleOption<number>;
}

/** Whose lifetime is judged, and by which option. */
const credentials = {
  "azuread:index/applicationPassword:ApplicationPassword": { noun: "secret", option: "secretDays" },
  "azuread:index/servicePrincipalPassword:ServicePrincipalPassword": { noun: "secret", option: "secretDays" },
  "azuread:index/applicationCertificate:ApplicationCertificate": { noun: "certificate", option: "certificateDays" },
  "azuread:index/servicePrincipalCertificate:ServicePrincipalCertificate": {
    noun: "certificate",
    option: "certificateDays",
  },
} as const satisfies Record<string, { noun: string; option: keyof Options }>;

/** Properties that say which tokens of another issuer are taken for the application. */
const subjects = {
  "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential": "subject",
  "azuread:index/applicationFlexibleFederatedIdentityCredential:ApplicationFlexibleFederatedIdentityCredential":
    "claimsMatchingExpression",
} as const;

const applicationType = "azuread:index/application:Application";
const millisecondsOfDay = 86_400_000;

const days = (noun: string, value: number): RuleOption<number> => ({
  description: `How many days a ${noun} of an application may be valid, at most.`,
  default: value,
  expected: (given) => (Number.isInteger(given) && given > 0 ? undefined : "a whole number of days, 1 or more"),
});

export const applicationCredentials: ResourceRule<Options> = {
  kind: "resource",
  id: "application-credentials",
  title: "Credentials of an application end in time and are for one subject",
  severity: "medium",
  why: "A secret of an application is no person's and asks for no MFA: whoever copies it once has the application until it ends. Entra lets it live for decades, and a federated credential with a wildcard takes tokens from pipelines that nobody had in mind.",
  fix: "Give the credential an end date within the limit and rotate it, or use a federated credential with one subject in its place.",
  references: [
    "https://learn.microsoft.com/en-us/entra/identity-platform/security-best-practices-for-app-registration",
    "https://learn.microsoft.com/en-us/entra/workload-id/workload-identities-flexible-federated-identity-credentials",
  ],
  frameworks: [],
  options: { secretDays: days("secret", 180), certificateDays: days("certificate", 365) },
  types: [...Object.keys(credentials), ...Object.keys(subjects), applicationType],
  judge(resource, settings, { now }) {
    if (isKey(subjects, resource.type)) return judgeSubject(resource, subjects[resource.type]);
    if (isKey(credentials, resource.type)) {
      const { noun, option } = credentials[resource.type];
      return judgeLifetime(resource, noun, settings[option], now);
    }
    return judgeInlinePassword(resource, settings, now);
  },
};

function judgeLifetime(resource: StackResource, noun: string, limit: number, now: number): readonly Verdict[] {
  const start = dateOf(resource.read("startDate")) ?? now;
  const relative = resource.read("endDateRelative");
  if (relative.kind === "known" && typeof relative.value === "string") {
    return judgeLength(resource, { noun, property: "endDateRelative", limit }, millisecondsOf(relative.value));
  }
  const end = resource.read("endDate");
  if (end.kind === "known") {
    const at = dateOf(end);
    return judgeLength(resource, { noun, property: "endDate", limit }, at === undefined ? undefined : at - start);
  }
  const property = ["endDateRelative", "endDate"].find((name) => isGivenLater(resource, name));
  if (property !== undefined) {
    const message = `the end of the ${noun} is known only after the update, so its lifetime cannot be judged`;
    return [{ outcome: "undetermined", resource, property, message, remedy: dateFromConfig }];
  }
  const message = `the ${noun} has no end date, and Entra's own choice is about 730 days; at most ${limit} are allowed`;
  return [{ outcome: "violation", resource, property: "endDate", message }];
}

const dateFromConfig =
  "Compute the end date from a value that is known before the update, such as a date in the configuration.";

/** Whether the program gives a value that only the update tells; what Entra chooses by itself is unknown, too. */
function isGivenLater(resource: StackResource, property: string): boolean {
  return resource.read(property).kind === "unknown" && resource.propertyDependencies.has(property);
}

function judgeInlinePassword(
  resource: StackResource,
  { secretDays: limit }: RuleSettings<Options>,
  now: number,
): readonly Verdict[] {
  if (isGivenLater(resource, "password")) {
    const message = "the end of the secret is known only after the update, so its lifetime cannot be judged";
    const remedy = "Make the secret an ApplicationPassword of its own: a preview knows its end date.";
    return [{ outcome: "undetermined", resource, property: "password", message, remedy }];
  }
  const reading = resource.read("password");
  if (reading.kind !== "known" || !isRecord(reading.value)) return [];
  const { startDate, endDate } = reading.value;
  const end = dateOf({ kind: "known", value: endDate });
  const start = dateOf({ kind: "known", value: startDate }) ?? now;
  const property = "password.endDate";
  return judgeLength(resource, { noun: "secret", property, limit }, end === undefined ? undefined : end - start);
}

function judgeLength(
  resource: StackResource,
  { noun, property, limit }: { noun: string; property: string; limit: number },
  lifetime: number | undefined,
): readonly Verdict[] {
  if (lifetime === undefined) {
    const message = `the end of the ${noun} is neither a date nor a duration`;
    return [{ outcome: "violation", resource, property, message }];
  }
  if (lifetime <= limit * millisecondsOfDay) return [];
  const message = `the ${noun} is valid for ${Math.ceil(lifetime / millisecondsOfDay)} days; at most ${limit} are allowed`;
  return [{ outcome: "violation", resource, property, message }];
}

function judgeSubject(resource: StackResource, property: string): readonly Verdict[] {
  const reading = resource.read(property);
  if (reading.kind === "unknown") {
    const message = "the subject of the federated credential is known only after the update";
    const remedy = "Write the subject from constants, such as the names of organisation, repository and branch.";
    return [{ outcome: "undetermined", resource, property: reading.property, message, remedy }];
  }
  if (reading.kind === "absent" || typeof reading.value !== "string") return [];
  if (!/[*?]/.test(reading.value)) return [];
  const message = `the federated credential takes every subject like ${shown(reading.value)}, not one`;
  return [{ outcome: "violation", resource, property, message }];
}

function dateOf(reading: { readonly kind: string; readonly value?: unknown }): number | undefined {
  if (reading.kind !== "known" || typeof reading.value !== "string") return undefined;
  const time = Date.parse(reading.value);
  return Number.isNaN(time) ? undefined : time;
}

const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/** A duration as azuread takes it: `2400h30m`. */
function millisecondsOf(duration: string): number | undefined {
  if (!/^(\d{1,12}(\.\d{1,9})?(h|ms|m|s))+$/.test(duration)) return undefined;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * units[unit as keyof typeof units], 0);
}

function isKey<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}
