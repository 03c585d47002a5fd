import type { AccountReader } from "./account-reader";
import { planAccount, type PlannedAccount } from "./planned-account";
import type { TenantReader } from "./tenant-reader";

export const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const graphObjectId = "6f0c3f1e-0000-4000-8000-000000000001";
const callerObjectId = "6f0c3f1e-0000-4000-8000-000000000002";

export const accountConfig = {
  company: "Contoso",
  account: { id: "111122223333", name: "Account1" },
  roles: {
    Developer: {
      managedPolicies: ["AmazonS3FullAccess", "SecurityAudit"],
      maxSessionDuration: 14_400,
      members: ["dev@contoso.com"],
    },
  },
  conditionalAccess: { requireMfa: true },
};

export function planOf(change: object = {}): PlannedAccount {
  const account = { ...accountConfig, ...change };
  return planAccount({ stack: "account1", config: { "azuread:tenantId": tenantId, "entra-aws:account": account } });
}

/** A tenant in which nothing is taken, asked by an application without permissions. */
export function tenantWith(answers: Partial<TenantReader> = {}): TenantReader {
  const none = () => Promise.resolve({ found: [] });
  return {
    tenantId,
    caller: { kind: "application", objectId: callerObjectId, clientId: "client", permissions: [] },
    applications: none,
    applicationsOf: none,
    groups: none,
    users: none,
    conditionalAccessPolicies: none,
    claimsPolicies: none,
    servicePlans: none,
    graphServicePrincipalId: () => Promise.resolve({ found: graphObjectId }),
    ...answers,
  };
}

/** An empty account, asked by a session of its role `Deployer`, which may do everything. */
export function accountWith(answers: Partial<AccountReader> = {}): AccountReader {
  const no = () => Promise.resolve({ found: false });
  return {
    caller: { arn: "arn:aws:sts::111122223333:assumed-role/Deployer/me", accountId: "111122223333", userId: "AROA:me" },
    hasSamlProvider: no,
    roleArn: () => Promise.resolve({ found: undefined }),
    hasPolicy: no,
    hasUser: no,
    samlProviderCount: () => Promise.resolve({ found: 0 }),
    summary: () => Promise.resolve({ found: {} }),
    denied: () => Promise.resolve({ found: [] }),
    ...answers,
  };
}
