export { azureadFace } from "./provider/face";
export type { TenantCloud } from "./provider/cloud";
export { contoso, guardedContoso, seedTenant, type TenantSeed } from "./seed";
export { serveTenant, type ServedTenant, type TenantOptions } from "./server";
export { myApps, type MyAppsTile } from "./sign-in/my-apps";
export type { SignInClient } from "./sign-in/client";
export type { SignInRefusal } from "./sign-in/refusals";
export { signIn, type SignInRequest, type SignInResult } from "./sign-in/sign-in";
export type { Tenant, TenantSwitches } from "./state/model";
