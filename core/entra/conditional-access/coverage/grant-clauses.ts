import { shown } from "#core/problems";
import { builtInStrengths } from "../grant-controls";
import { among, type Clause, type Literal } from "./clause";
import type { Fields } from "./read-fields";

/** What a question asks for: that no sign-in gets through without it. */
export type Demand = "block" | "mfa" | "phishing-resistant" | "managed-device";

/**
 * Who gets past a control without what is demanded: nobody, everybody, whoever comes from a device in some state, or
 * it is not known.
 */
type Passing = "nobody" | "everybody" | Literal | "unknown";

const compliant = among("compliant", ["yes"]);
const hybridJoined = among("hybridJoined", ["yes"]);

/** By control; what is not named here lets everybody past. */
const passing: Readonly<Record<Demand, ReadonlyMap<string, Passing>>> = {
  block: new Map<string, Passing>([
    ["compliantDevice", compliant],
    ["domainJoinedDevice", hybridJoined],
  ]),
  mfa: new Map<string, Passing>([
    ["mfa", "nobody"],
    ["compliantDevice", compliant],
    ["domainJoinedDevice", hybridJoined],
  ]),
  "phishing-resistant": new Map<string, Passing>([
    ["compliantDevice", compliant],
    ["domainJoinedDevice", hybridJoined],
  ]),
  "managed-device": new Map<string, Passing>([
    ["compliantDevice", "nobody"],
    ["domainJoinedDevice", "nobody"],
  ]),
};

const controls = [
  "block",
  "mfa",
  "compliantDevice",
  "domainJoinedDevice",
  "approvedApplication",
  "compliantApplication",
  "passwordChange",
];

export function isDemand(asked: unknown): asked is Demand {
  return typeof asked === "string" && Object.hasOwn(passing, asked);
}

/** The sign-ins that a policy's grant controls let through with what is demanded only. */
export function grantClauses(policy: Fields, demand: Demand): readonly Clause[] {
  const grant = policy.object("grantControls");
  if (grant === undefined) return [{ anyOf: [], otherwise: "demands nothing of who signs in" }];
  const builtIn = grant.list("builtInControls");
  const strength = strengthOf(grant, demand);
  const weighed: (readonly [string, Passing])[] = [
    ...builtIn.map(
      (name) => [name, controls.includes(name) ? (passing[demand].get(name) ?? "everybody") : "unknown"] as const,
    ),
    ...(strength === undefined ? [] : [["its authentication strength", strength] as const]),
    ...grant.list("termsOfUse").map(() => ["terms of use", "everybody"] as const),
    ...grant.list("customAuthenticationFactors").map(() => ["a custom factor", "everybody"] as const),
  ];
  const operator = grant.text("operator");
  grant.doubtUnread();
  if (builtIn.includes("block")) return [];
  if (weighed.length === 0) return [{ anyOf: [], otherwise: "demands nothing of who signs in" }];
  if (weighed.some(([, who]) => who === "unknown")) {
    const [name = ""] = weighed.find(([, who]) => who === "unknown") ?? [];
    grant.doubt("controls", `name ${shown(name)}, of which it is not known who gets past it`);
  }
  if (operator !== "OR" && operator !== "AND" && weighed.length > 1) grant.doubt("operator", "is neither AND nor OR");
  return operator === "OR" ? oneIsEnough(weighed) : allAreNeeded(weighed);
}

type Weighed = readonly (readonly [name: string, who: Passing])[];

function oneIsEnough(weighed: Weighed): readonly Clause[] {
  return weighed.flatMap(([name, who]): readonly Clause[] => {
    if (who === "nobody" || who === "unknown") return [];
    const otherwise = weighed.length > 1 ? `is content with ${name}, one of its controls` : `demands ${name} only`;
    return [{ anyOf: who === "everybody" ? [] : [without(who)], otherwise }];
  });
}

function allAreNeeded(weighed: Weighed): readonly Clause[] {
  if (weighed.some(([, who]) => who === "nobody" || who === "unknown")) return [];
  const devices = weighed.flatMap(([, who]) => (typeof who === "string" ? [] : [without(who)]));
  return [{ anyOf: devices, otherwise: `demands ${weighed.map(([name]) => name).join(" and ")} only` }];
}

/** Whoever does not come from such a device cannot meet the control, and so does not get in. */
function without({ aspect }: Literal): Literal {
  return among(aspect, ["no"]);
}

function strengthOf(grant: Fields, demand: Demand): Passing | undefined {
  const strength = grant.object("authenticationStrength");
  if (strength === undefined) return undefined;
  const id = strength
    .text("id")
    ?.replace(/^\/policies\/authenticationStrengthPolicies\//, "")
    .toLowerCase();
  const combinations = strength.list("allowedCombinations");
  if (demand === "block" || demand === "managed-device") return "everybody";
  const builtIn = Object.values(builtInStrengths).some((known) => known === id);
  if (builtIn) return demand === "mfa" || id === builtInStrengths.phishingResistant ? "nobody" : "everybody";
  if (combinations.length === 0) return "unknown";
  return combinations.every((combination) => isEnough(combination, demand)) ? "nobody" : "everybody";
}

const phishingResistant = ["fido2", "windowsHelloForBusiness", "x509CertificateMultiFactor"];
const multiFactor = [
  ...phishingResistant,
  "deviceBasedPush",
  "temporaryAccessPassOneTime",
  "temporaryAccessPassMultiUse",
  "federatedMultiFactor",
];
const firstFactors = ["password", "federatedSingleFactor", "x509CertificateSingleFactor", "qrCodePin"];
const secondFactors = ["microsoftAuthenticatorPush", "softwareOath", "hardwareOath", "sms", "voice"];

/**
 * Whether a combination of methods, joined by commas, is as strong as demanded.
 * @see https://learn.microsoft.com/en-us/entra/identity/authentication/concept-authentication-strengths
 */
function isEnough(combination: string, demand: Demand): boolean {
  const methods = combination.split(",").map((method) => method.trim());
  const has = (names: readonly string[]): boolean => methods.some((method) => names.includes(method));
  if (demand === "phishing-resistant") return has(phishingResistant);
  return has(multiFactor) || (has(firstFactors) && has(secondFactors));
}
