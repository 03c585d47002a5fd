import { graphPermissions } from "#core/entra";

import type {
  ConditionalAccessPolicy,
  Group,
  NamedLocation,
  Tenant,
  TenantClient,
  TenantSwitches,
  User,
} from "./state/model";

/** What a tenant holds before anybody has deployed anything. */
export type TenantSeed = Pick<Tenant, "id" | "cloud" | "displayName" | "domains" | "licence" | "deployer"> & {
  clients?: TenantClient[];
  users: User[];
  groups: Group[];
  namedLocations: NamedLocation[];
  conditionalAccessPolicies: ConditionalAccessPolicy[];
};

const founded = "2026-01-01T00:00:00Z";
const breakGlassGroupId = "b4ea6100-0000-4000-8000-000000000001";
const breakGlassUserId = "b4ea6100-0000-4000-8000-000000000002";
const untrustedNetworksId = "b10c0000-0000-4000-8000-000000000001";

/** Contoso: P2, a break-glass group with one user, and a deployer. */
export const contoso: TenantSeed = {
  id: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  cloud: "public",
  displayName: "Contoso",
  domains: ["contoso.onmicrosoft.com"],
  licence: "P2",
  deployer: {
    objectId: "0ca11e40-0000-4000-8000-00000000ca11",
    clientId: "00000000-0000-4000-8000-00000000c11e",
    displayName: "deployer",
    // Looks like one of Entra's, and opens nothing but a tenant on this machine.
    clientSecret: "emulated~8Q~deployer-of-contoso-on-loopback",
    permissions: [...graphPermissions],
  },
  users: [
    {
      id: breakGlassUserId,
      createdDateTime: founded,
      userPrincipalName: "breakglass@contoso.onmicrosoft.com",
      displayName: "Break glass",
      mailNickname: "breakglass",
      accountEnabled: true,
      userType: "Member",
      // No password has this hash: nobody signs in as this user.
      password: { salt: "", hash: Buffer.alloc(32).toString("base64") },
      forceChangePasswordNextSignIn: false,
      passwordPolicies: null,
      showInAddressList: false,
      businessPhones: [],
      otherMails: [],
      profile: {},
    },
  ],
  groups: [
    {
      id: breakGlassGroupId,
      createdDateTime: founded,
      displayName: "BreakGlass",
      description: "Emergency access; excluded from every Conditional Access policy",
      mailNickname: "breakglass-group",
      securityEnabled: true,
      isAssignableToRole: false,
      members: [breakGlassUserId],
      owners: [],
    },
  ],
  namedLocations: [],
  conditionalAccessPolicies: [],
};

/** Contoso with a policy of its own, as tenants have: nobody signs in from networks that it does not trust. */
export const guardedContoso: TenantSeed = {
  ...contoso,
  namedLocations: [
    {
      kind: "ip",
      id: untrustedNetworksId,
      displayName: "Untrusted networks",
      createdDateTime: founded,
      modifiedDateTime: founded,
      // Addresses for documentation (RFC 5737): nobody really sits there.
      ipRanges: ["198.51.100.0/24"],
      isTrusted: false,
    },
  ],
  conditionalAccessPolicies: [
    {
      id: "b10c0000-0000-4000-8000-000000000002",
      displayName: "Block – Untrusted networks",
      createdDateTime: founded,
      modifiedDateTime: null,
      state: "enabled",
      conditions: {
        users: { includeUsers: ["All"], excludeGroups: [breakGlassGroupId] },
        applications: { includeApplications: ["All"] },
        clientAppTypes: ["all"],
        locations: { includeLocations: [untrustedNetworksId] },
      },
      grantControls: { operator: "OR", builtInControls: ["block"] },
      sessionControls: null,
    },
  ],
};

export const defaultSwitches: TenantSwitches = {
  disabledRolesAreClaimed: true,
  firstCertificateIsActive: true,
  samlDeletionRefused: false,
};

/** A tenant as it stands on its first day. */
export function seedTenant(seed: TenantSeed = contoso, switches: Partial<TenantSwitches> = {}): Tenant {
  return {
    ...structuredClone(seed),
    clients: structuredClone(seed.clients ?? []),
    switches: { ...defaultSwitches, ...switches },
    applications: [],
    servicePrincipals: [],
    appRoleAssignments: [],
    claimsMappingPolicies: [],
    deletedItems: [],
    synchronizationSecrets: [],
    synchronizationJobs: [],
  };
}
