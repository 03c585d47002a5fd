export { type DemoEvent, type DemoOptions, type DemoResult, runDemo } from "./demo/run-demo";
export { type AccountUp } from "./demo/deploy-account";
export { type SignInProof } from "./demo/prove-sign-in";
export { type EmulatedClouds, startEmulatedClouds } from "./emulated-clouds";
export { signInAtTile } from "./demo/browser";
export { type AwsSession, assumeRoleWithSaml } from "./demo/aws-session";
export { signIns } from "./demo/scenario";
