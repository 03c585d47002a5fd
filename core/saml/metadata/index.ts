export { buildMetadata, type MetadataSource } from "./build-metadata";
export { type Endpoint, type Metadata } from "./metadata";
export { metadataProblems } from "./metadata-problems";
export { parseMetadata } from "./parse-metadata";
export { canonicalMetadata, sameMetadata } from "./same-metadata";
