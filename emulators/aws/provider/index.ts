export { awsProvider, providerNotes } from "./face";
