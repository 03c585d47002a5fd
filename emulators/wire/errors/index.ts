export { CloudError, type CloudName } from "./cloud-error";
