export { awsEndpoint } from "./aws-endpoint";
