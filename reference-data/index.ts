export { loadServices } from "./load-services";
export { managedPolicyDocument } from "./managed-policy-document";
export { servicesNamed } from "./services-named";
