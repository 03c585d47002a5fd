import type { Outputs } from "#emulators/wire/pulumi-provider";

import type { User } from "../state/model";

/** Text properties of a user that are kept as they come. */
export const profileProperties = [
  "ageGroup",
  "city",
  "companyName",
  "consentProvidedForMinor",
  "costCenter",
  "country",
  "department",
  "division",
  "employeeHireDate",
  "employeeId",
  "employeeType",
  "faxNumber",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "onpremisesImmutableId",
  "postalCode",
  "preferredLanguage",
  "state",
  "streetAddress",
  "surname",
  "usageLocation",
] as const;

/** What azuread tells of a user beyond what was given. */
export function userOutputs(user: User): Outputs {
  return {
    aboutMe: "",
    businessPhones: user.businessPhones,
    creationType: "",
    externalUserState: "",
    imAddresses: [],
    mail: user.profile["mail"] ?? "",
    mailNickname: user.mailNickname,
    objectId: user.id,
    onpremisesDistinguishedName: "",
    onpremisesDomainName: "",
    onpremisesImmutableId: user.profile["onpremisesImmutableId"] ?? "",
    onpremisesSamAccountName: "",
    onpremisesSecurityIdentifier: "",
    onpremisesSyncEnabled: false,
    onpremisesUserPrincipalName: "",
    proxyAddresses: [],
    userType: user.userType,
  };
}

/** All that the lookup tells. */
export function userLookup(user: User): Outputs {
  const { aboutMe: _aboutMe, ...common } = userOutputs(user);
  return {
    ...Object.fromEntries(profileProperties.map((name) => [name, user.profile[name] ?? ""])),
    ...common,
    accountEnabled: user.accountEnabled,
    displayName: user.displayName,
    managerId: "",
    otherMails: user.otherMails,
    showInAddressList: user.showInAddressList,
    userPrincipalName: user.userPrincipalName,
  };
}
