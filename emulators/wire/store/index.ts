export { writeDocument } from "./document-file";
export { openStore, type Store, type StoreOptions } from "./store";
