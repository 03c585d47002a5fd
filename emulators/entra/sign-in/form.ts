import { z } from "zod";

import type { SignInRequest } from "./sign-in";

const riskLevel = z.enum(["none", "low", "medium", "high", "hidden"]);
const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** An empty field of a form is one that was not filled in. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** The fields of the sign-in form: who, and what is told of the client. Unknown fields are refused. */
const formSchema = z.strictObject({
  username: z.string().min(1).max(256),
  password: z.string().min(1).max(256),
  mfa: optional(flag),
  ip: optional(z.union([z.ipv4(), z.ipv6()])),
  country: optional(z.union([z.literal("unmapped"), z.string().regex(/^[A-Z]{2}$/)])),
  platform: optional(z.enum(["android", "iOS", "windows", "windowsPhone", "macOS", "linux", "unrecognised"])),
  clientApp: optional(z.enum(["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"])),
  compliantDevice: optional(flag),
  joinedDevice: optional(flag),
  signInRisk: optional(riskLevel),
  userRisk: optional(riskLevel),
});

/** Names of the form's fields besides user name and password, with what to say in them. */
export const clientFields = {
  mfa: "true or false",
  ip: "an IP address",
  country: "a two-letter country code, or unmapped",
  platform: "android, iOS, windows, windowsPhone, macOS, linux or unrecognised",
  clientApp: "browser, mobileAppsAndDesktopClients, exchangeActiveSync or other",
  compliantDevice: "true or false",
  joinedDevice: "true or false",
  signInRisk: "none, low, medium, high or hidden",
  userRisk: "none, low, medium, high or hidden",
} as const satisfies Partial<Record<keyof z.input<typeof formSchema>, string>>;

/** Reads a posted form, or says which fields are wrong; no value is repeated. */
export function parseSignInForm(
  applicationId: string,
  fields: Readonly<Record<string, unknown>>,
): { request: SignInRequest } | { problem: string } {
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) {
    const names = parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys : issue.path.map(String),
    );
    return { problem: `Missing or malformed fields: ${[...new Set(names)].join(", ")}.` };
  }
  const { username, password, mfa, ip, country, platform, clientApp, signInRisk, userRisk, ...device } = parsed.data;
  const client = {
    mfa,
    ipAddress: ip,
    country,
    platform,
    clientAppType: clientApp,
    device: { compliant: device.compliantDevice ?? false, hybridJoined: device.joinedDevice ?? false },
    signInRisk,
    userRisk,
  };
  return { request: { userPrincipalName: username, password, applicationId, client } };
}
