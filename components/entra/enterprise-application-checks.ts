import { iamLimits, partitions, sessionDurationProblems } from "#core/aws";
import { displayNameProblems, objectIdProblems, sessionNameSourceProblems } from "#core/entra";
import { nameOf } from "#core/naming";
import { error, shown, warning } from "#core/problems";
import { parseCertificate } from "#core/saml/certificates";
import { partitionOf } from "../account-checks";
import { Partition, type AccountArgs } from "../account";
import { emailAddressesProblems } from "./directory-checks";
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
    ...certificatesProblems(args.additionalCertificates ?? []),
    ...replyUrlProblems(args.account),
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

function certificatesProblems(certificates: readonly string[]): Problem[] {
  const property = "additionalCertificates";
  const malformed = certificates.flatMap((text, index) => {
    if (parseCertificate(text) !== undefined) return [];
    const expected = "an X.509 certificate: PEM, or base64 of its DER";
    return [error({ code: "certificate-malformed", property: `${property}[${index}]`, given: shown(text), expected })];
  });
  // The application's own is one more.
  const most = iamLimits.samlProviderKeys - 1;
  if (certificates.length <= most) return malformed;
  const given = `${certificates.length} certificates`;
  return [...malformed, error({ code: "certificates-too-many", property, given, expected: `at most ${most}` })];
}

// azuread refuses redirect URIs for an application that has one, as those from the gallery do.
function replyUrlProblems(account: AccountArgs): Problem[] {
  const partition = partitionOf(account);
  if (partition === Partition.Aws || !Object.hasOwn(partitions, partition)) return [];
  return [
    warning({
      code: "reply-url-by-hand",
      property: "account.partition",
      given: shown(partition),
      expected: `the reply URL ${partitions[partition].samlEndpoint}, where the gallery's template has that of partition aws`,
      remedy: "set it by hand, once: enterprise application, single sign-on, basic SAML configuration",
    }),
  ];
}
