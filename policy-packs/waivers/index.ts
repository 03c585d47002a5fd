export { parseWaivers } from "./parse-waivers";
