export type { PolicyPackConfiguration, PolicyPackOptions } from "./options";
export { entraAwsPolicies, entraAwsPolicyPack } from "./policy-pack";
