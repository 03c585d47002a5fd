export { type Certificate, parseCertificate } from "./parse-certificate";
