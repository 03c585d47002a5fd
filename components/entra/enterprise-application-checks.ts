import { iamLimits, sessionDurationProblems } from "#core/aws";
import {
  displayNameProblems,
  type EntraCloud as CloudFacts,
  entraClouds,
  isEntraCloudName,
  objectIdProblems,
  sessionNameSourceProblems,
} from "#core/entra";
import { nameOf } from "#core/naming";
import { error, shown } from "#core/problems";
import { parseCertificate } from "#core/saml/certificates";
import { settingsOfExistingProblems } from "../setting-problems";
import { emailAddressesProblems, objectIdInputProblems } from "./directory-checks";
import { EntraCloud } from "./entra-cloud";
import type { Problem } from "../../core/problems";
import type { EnterpriseApplicationArgs } from "./enterprise-application-args";

/** What is wrong with the arguments, the account apart. */
export function enterpriseApplicationProblems(args: EnterpriseApplicationArgs): Problem[] {
  const { tenantId, company, sessionDuration, sessionNameSource } = args;
  const names = applicationNames(args);
  return [
    ...objectIdProblems(tenantId, "tenantId"),
    ...displayNameProblems(company, "company"),
    ...displayNameProblems(names.application, "displayName"),
    ...displayNameProblems(names.claimsPolicy, "claimsPolicyName"),
    ...(sessionDuration === undefined ? [] : sessionDurationProblems(sessionDuration, {}, "sessionDuration")),
    ...(sessionNameSource === undefined ? [] : sessionNameSourceProblems(sessionNameSource, "sessionNameSource")),
    ...emailAddressesProblems(args.notificationEmailAddresses ?? [], "notificationEmailAddresses"),
    ...entraCloudProblems(args.entraCloud),
    ...certificatesProblems(args),
    ...existingProblems(args),
  ];
}

/** Names of what an enterprise application consists of. */
export function applicationNames(args: EnterpriseApplicationArgs): { application: string; claimsPolicy: string } {
  const values = { company: args.company, account: args.account.name, accountId: args.account.id };
  return {
    application: args.displayName ?? nameOf("application", values),
    claimsPolicy: args.claimsPolicyName ?? nameOf("claimsPolicy", values),
  };
}

/** The cloud of the tenant, with its default. */
export function entraCloudOf({ entraCloud }: Pick<EnterpriseApplicationArgs, "entraCloud">): CloudFacts {
  return entraClouds[entraCloud ?? EntraCloud.Public];
}

/** Whether the application cannot have a certificate yet: Graph makes none in its cloud, and none is given. */
export function awaitsCertificate(
  args: Pick<EnterpriseApplicationArgs, "entraCloud" | "existingApplicationObjectId" | "signingCertificates">,
): boolean {
  const { existingApplicationObjectId, signingCertificates, entraCloud = EntraCloud.Public } = args;
  if (existingApplicationObjectId !== undefined || signingCertificates !== undefined) return false;
  return isEntraCloudName(entraCloud) && !entraClouds[entraCloud].canMakeSigningCertificates;
}

function entraCloudProblems(cloud: string | undefined): Problem[] {
  if (cloud === undefined || isEntraCloudName(cloud)) return [];
  const expected = `one of ${Object.values(EntraCloud).join(", ")}`;
  return [error({ code: "entra-cloud-unknown", property: "entraCloud", given: shown(cloud), expected })];
}

function certificatesProblems(args: EnterpriseApplicationArgs): Problem[] {
  const { additionalCertificates = [], signingCertificates } = args;
  const none = signingCertificates?.length === 0 ? [noCertificate] : [];
  return [
    ...none,
    ...malformedCertificates(signingCertificates ?? [], "signingCertificates"),
    ...malformedCertificates(additionalCertificates, "additionalCertificates"),
    ...tooManyCertificates(additionalCertificates, signingCertificates?.length ?? 1),
  ];
}

const noCertificate: Problem = error({
  code: "certificates-missing",
  property: "signingCertificates",
  given: "an empty list",
  expected: "at least one certificate",
  remedy: "leave it out until there is one",
});

function malformedCertificates(certificates: readonly string[], property: string): Problem[] {
  return certificates.flatMap((text, index) => {
    if (parseCertificate(text) !== undefined) return [];
    const expected = "an X.509 certificate: PEM, or base64 of its DER";
    return [error({ code: "certificate-malformed", property: `${property}[${index}]`, given: shown(text), expected })];
  });
}

function tooManyCertificates({ length }: readonly string[], own: number): Problem[] {
  const most = iamLimits.samlProviderKeys - own;
  if (length <= most) return [];
  const given = `${length} certificates`;
  const expected = `at most ${Math.max(most, 0)}`;
  return [error({ code: "certificates-too-many", property: "additionalCertificates", given, expected })];
}

function existingProblems(args: EnterpriseApplicationArgs): Problem[] {
  const { existingApplicationObjectId: objectId } = args;
  if (objectId === undefined) return [];
  const { displayName, claimsPolicyName, sessionDuration, sessionNameSource, notificationEmailAddresses } = args;
  const settings = { displayName, claimsPolicyName, sessionDuration, sessionNameSource, notificationEmailAddresses };
  return [
    ...objectIdInputProblems(objectId, "existingApplicationObjectId"),
    ...settingsOfExistingProblems(settings, "existingApplicationObjectId"),
  ];
}
