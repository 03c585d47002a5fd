import { shown } from "#core/problems";

/** What is known of one aspect of sign-ins beforehand. */
interface Aspect {
  /** All values, the ordinary one first; those that policies name come on top where the aspect is open. */
  readonly values: readonly string[];
  /** How a value is told in a sentence about a sign-in. */
  readonly phrase: (value: string) => string;
}

/** The platforms that Conditional Access tells apart, and what it does not recognise. */
export const platformNames = ["windows", "macOS", "linux", "iOS", "android", "windowsPhone", "unrecognised"] as const;

/** People of the tenant, and the kinds of guests. */
export const userKinds = [
  "member",
  "internalGuest",
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "otherExternalUser",
  "serviceProvider",
] as const;

export const userActions = ["urn:user:registersecurityinfo", "urn:user:registerdevice"] as const;

const clientPhrases: ReadonlyMap<string, string> = new Map([
  ["browser", "in a browser"],
  ["mobileAppsAndDesktopClients", "with an app"],
  ["exchangeActiveSync", "by Exchange ActiveSync"],
  ["other", "with a legacy client"],
]);

/** Aspects that every sign-in has. */
const aspects = {
  user: { values: ["another"], phrase: (value) => `by the user ${shown(value)}` },
  kind: { values: userKinds, phrase: (value) => `by a guest of the kind ${shown(value)}` },
  homeTenant: { values: ["another"], phrase: (value) => `from the tenant ${shown(value)}` },
  application: { values: ["another"], phrase: (value) => `to the application ${shown(value)}` },
  userAction: { values: ["none", ...userActions], phrase: (value) => `for the user action ${value}` },
  authenticationContext: { values: ["none"], phrase: (value) => `in the authentication context ${shown(value)}` },
  client: { values: [...clientPhrases.keys()], phrase: (value) => clientPhrases.get(value) ?? "with another client" },
  platform: { values: platformNames, phrase: (value) => `on ${value}` },
  address: { values: ["elsewhere"], phrase: (value) => `from the location ${value}` },
  country: { values: ["another"], phrase: (value) => `from the country ${shown(value)}` },
  signInRisk: { values: ["none", "low", "medium", "high"], phrase: (value) => `of ${value} sign-in risk` },
  userRisk: { values: ["none", "low", "medium", "high"], phrase: (value) => `of ${value} user risk` },
  insiderRisk: { values: ["none", "minor", "moderate", "elevated"], phrase: (value) => `of ${value} insider risk` },
  compliant: { values: ["no", "yes"], phrase: () => "from a compliant device" },
  hybridJoined: { values: ["no", "yes"], phrase: () => "from a hybrid joined device" },
  flow: { values: ["none", "deviceCodeFlow", "authenticationTransfer"], phrase: (value) => `by ${value}` },
} as const satisfies Readonly<Record<string, Aspect>>;

/** Aspects that there are as many of as policies name: whether a sign-in is in it, holds it, or fits it. */
const families = {
  group: (name) => `of a member of the group ${shown(name)}`,
  role: (name) => `of a holder of the role ${shown(name)}`,
  location: (name) => `from the location ${shown(name)}`,
  deviceFilter: (name) => `from a device that fits ${shown(name)}`,
  applicationFilter: (name) => `to an application that fits ${shown(name)}`,
} as const satisfies Readonly<Record<string, (name: string) => string>>;

export type AspectFamily = keyof typeof families;

const known: ReadonlyMap<string, Aspect> = new Map(Object.entries(aspects));
const familyPhrases: ReadonlyMap<string, (name: string) => string> = new Map(Object.entries(families));

/** Name of an aspect of a family; its values are `no` and `yes`. */
export function memberOf(family: AspectFamily, name: string): string {
  return `${family} ${name}`;
}

export function familyOf(aspect: string): AspectFamily | undefined {
  const [family = ""] = aspect.split(" ", 1);
  return aspect.includes(" ") && familyPhrases.has(family) ? (family as AspectFamily) : undefined;
}

/** Values of an aspect, the ordinary one first. */
export function valuesOf(aspect: string, named: Iterable<string>): readonly string[] {
  return [...new Set([...(known.get(aspect)?.values ?? ["no", "yes"]), ...named])];
}

/** How a value that is not the ordinary one is told; nothing of the ordinary one. */
export function phraseOf(aspect: string, value: string): string | undefined {
  if (value === valuesOf(aspect, [])[0]) return undefined;
  const family = familyOf(aspect);
  if (family === undefined) return known.get(aspect)?.phrase(value);
  return familyPhrases.get(family)?.(aspect.slice(family.length + 1));
}

const order: readonly string[] = [
  "user",
  "kind",
  "homeTenant",
  "group",
  "role",
  ...known.keys(),
  ...familyPhrases.keys(),
];

/** The place of an aspect in a sentence: who, to what, how, from where. */
export function rankOf(aspect: string): number {
  return order.indexOf(familyOf(aspect) ?? aspect);
}
