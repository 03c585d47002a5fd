import type { EntraCloudName } from "./entra-clouds";

/**
 * Where the Entra admin center of each cloud is.
 * Source: https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure and
 * https://learn.microsoft.com/azure/china/resources-developer-guide.
 */
const adminCenters: Readonly<Record<EntraCloudName, string>> = {
  public: "https://entra.microsoft.com",
  usgov: "https://entra.microsoft.us",
  china: "https://entra.microsoftonline.cn",
};

/** Ids that a page is found by, each a UUID. */
interface PageIds {
  application: { objectId: string; clientId: string };
  group: { objectId: string };
  conditionalAccessPolicy: { objectId: string };
}

const application = (blade: string) => (ids: PageIds["application"]) =>
  `Microsoft_AAD_IAM/ManagedAppMenuBlade/~/${blade}/objectId/${encodeURIComponent(ids.objectId)}/appId/${encodeURIComponent(ids.clientId)}`;

const group = (blade: string) => (ids: PageIds["group"]) =>
  `Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/${blade}/groupId/${encodeURIComponent(ids.objectId)}`;

/** What follows the admin center. Source: the admin center's own addresses; Microsoft documents none. */
const pages = {
  /** `objectId` is the service principal's. */
  enterpriseApplication: application("Overview"),
  singleSignOn: application("SignOn"),
  usersAndGroups: application("Users"),
  provisioning: application("Provisioning"),
  appRegistration: ({ clientId }: PageIds["application"]) =>
    `Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/AppRoles/appId/${encodeURIComponent(clientId)}`,
  group: group("Overview"),
  groupMembers: group("Members"),
  conditionalAccessPolicy: ({ objectId }: PageIds["conditionalAccessPolicy"]) =>
    `Microsoft_AAD_ConditionalAccess/PolicyBlade/policyId/${encodeURIComponent(objectId)}`,
} as const;

type PageName = keyof typeof pages;

/** The page of one thing in the Entra admin center of a cloud. */
export function adminCenterPage<Name extends PageName>(
  name: Name,
  ids: Parameters<(typeof pages)[Name]>[0],
  cloud: EntraCloudName = "public",
): string {
  const page = pages[name] as (ids: Parameters<(typeof pages)[Name]>[0]) => string;
  return `${adminCenters[cloud]}/#view/${page(ids)}`;
}
