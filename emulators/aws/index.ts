export { awsProvider, providerNotes } from "./provider";
export { type ServedAccounts, serveAccounts } from "./server";
export { deployerAccessKeyId } from "./state/account";
