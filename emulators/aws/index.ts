export type { AccountsOptions } from "./account-stores";
export { awsProvider, providerNotes } from "./provider";
export { type ServedAccounts, serveAccounts } from "./server";
export { deployerAccessKeyId, managementAccountId } from "./state/seed";
