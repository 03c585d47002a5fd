import type { Tenant } from "../../state/model";
import type { Entity, GraphRoute } from "../route";

/** The tenant itself, its domains and its licences. */
export const organizationRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/organization",
    operation: "organization-list",
    answer: ({ cloud }) => ({ collection: [organizationEntity(cloud.read())] }),
  },
  {
    method: "GET",
    path: "/domains",
    operation: "domain-list",
    answer: ({ cloud }) => ({ collection: domainEntities(cloud.read()) }),
  },
  {
    method: "GET",
    path: "/subscribedSkus",
    operation: "subscribedsku-list",
    answer: ({ cloud }) => ({ collection: skuEntities(cloud.read()) }),
  },
];

function organizationEntity(tenant: Readonly<Tenant>): Entity {
  return {
    id: tenant.id,
    deletedDateTime: null,
    displayName: tenant.displayName,
    tenantType: "AAD",
    verifiedDomains: tenant.domains.map((name, index) => ({
      name,
      type: "Managed",
      isDefault: index === 0,
      isInitial: index === 0,
    })),
  };
}

/** Shape: recorded, run extra-lookups. */
function domainEntities(tenant: Readonly<Tenant>): Entity[] {
  return tenant.domains.map((id, index) => ({
    id,
    authenticationType: "Managed",
    isAdminManaged: true,
    isDefault: index === 0,
    isInitial: index === 0,
    isRoot: true,
    isVerified: true,
    supportedServices: [],
  }));
}

/** Source: https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const plans = {
  P1: {
    skuId: "078d2b04-f1bd-4111-bbd4-b4b1b354cef4",
    skuPartNumber: "AAD_PREMIUM",
    servicePlans: [["41781fb2-bc02-4b7c-bd55-b576c07bb09d", "AAD_PREMIUM"]],
  },
  P2: {
    skuId: "84a661c4-e949-4bd2-a560-ed7766fcaf2b",
    skuPartNumber: "AAD_PREMIUM_P2",
    servicePlans: [
      ["41781fb2-bc02-4b7c-bd55-b576c07bb09d", "AAD_PREMIUM"],
      ["eec0eb4f-6444-4f95-aba0-50c24d67f998", "AAD_PREMIUM_P2"],
    ],
  },
} as const;

function skuEntities(tenant: Readonly<Tenant>): Entity[] {
  if (tenant.licence === "free") return [];
  const { skuId, skuPartNumber, servicePlans } = plans[tenant.licence];
  return [
    {
      id: `${tenant.id}_${skuId}`,
      accountId: tenant.id,
      accountName: tenant.displayName,
      appliesTo: "User",
      capabilityStatus: "Enabled",
      consumedUnits: tenant.users.length,
      prepaidUnits: { enabled: Math.max(25, tenant.users.length), suspended: 0, warning: 0, lockedOut: 0 },
      skuId,
      skuPartNumber,
      servicePlans: servicePlans.map(([servicePlanId, servicePlanName]) => ({
        appliesTo: "User",
        provisioningStatus: "Success",
        servicePlanId,
        servicePlanName,
      })),
    },
  ];
}
