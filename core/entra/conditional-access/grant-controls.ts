import { allOf, anyOf, listed, membership, type Membership } from "./membership";
import type { GrantControls } from "./policy";
import type { Device, SignIn } from "./sign-in";

/** What a policy still asks of a sign-in. With `OR` one of the controls is enough. */
export interface MissingControls {
  readonly operator: "AND" | "OR";
  readonly controls: readonly string[];
}

export type GrantOutcome =
  | { readonly grant: "block" }
  | { readonly grant: "satisfied" }
  | { readonly grant: "missing"; readonly missing: MissingControls }
  | { readonly grant: "open"; readonly inputs: readonly string[] };

/** Weighs a policy's grant controls against what the sign-in has met; none ask for nothing. */
export function weighGrantControls(controls: GrantControls | null | undefined, signIn: SignIn): GrantOutcome {
  if (!controls) return { grant: "satisfied" };
  if (controls.builtInControls?.includes("block")) return { grant: "block" };
  const weighed = controlNames(controls).map((name) => ({ name, met: isMet(name, signIn) }));
  if (weighed.length === 0) return { grant: "satisfied" };
  const { operator } = controls;
  const met = (operator === "OR" ? anyOf : allOf)(...weighed.map((control) => control.met));
  if (met === "yes") return { grant: "satisfied" };
  if (met !== "no") return { grant: "open", inputs: met.open };
  const missing = weighed.filter((control) => control.met === "no").map(({ name }) => name);
  return { grant: "missing", missing: { operator, controls: missing } };
}

function controlNames(controls: GrantControls): string[] {
  return [
    ...(controls.builtInControls ?? []),
    ...(controls.authenticationStrength ? [strengthId(controls.authenticationStrength.id)] : []),
    ...(controls.termsOfUse ?? []),
    ...(controls.customAuthenticationFactors ?? []),
  ];
}

const deviceControls: ReadonlyMap<string, keyof Device> = new Map([
  ["compliantDevice", "compliant"],
  ["domainJoinedDevice", "hybridJoined"],
]);

function isMet(control: string, { device, satisfied }: SignIn): Membership {
  const state = deviceControls.get(control);
  if (state !== undefined) {
    const value = device?.[state];
    return typeof value === "boolean" ? membership(value) : { open: [`device.${state}`] };
  }
  if (typeof satisfied === "string") return { open: ["satisfied"] };
  return anyOf(...satisfied.flatMap(withImplied).map((each) => listed([control], each, "satisfied")));
}

/**
 * The strengths that every tenant has, each with what it contains.
 * @see https://learn.microsoft.com/en-us/entra/identity/authentication/concept-authentication-strengths
 */
export const builtInStrengths = {
  multifactor: "00000000-0000-0000-0000-000000000002",
  passwordless: "00000000-0000-0000-0000-000000000003",
  phishingResistant: "00000000-0000-0000-0000-000000000004",
} as const;

const implied: ReadonlyMap<string, readonly string[]> = new Map([
  [builtInStrengths.multifactor, ["mfa"]],
  [builtInStrengths.passwordless, [builtInStrengths.multifactor, "mfa"]],
  [builtInStrengths.phishingResistant, [builtInStrengths.passwordless, builtInStrengths.multifactor, "mfa"]],
]);

function withImplied(name: string): readonly string[] {
  const id = strengthId(name);
  return [id, ...(implied.get(id) ?? [])];
}

/** Providers write a strength as a path, Graph as an id. */
function strengthId(idOrPath: string): string {
  return idOrPath.replace(/^\/policies\/authenticationStrengthPolicies\//, "");
}
