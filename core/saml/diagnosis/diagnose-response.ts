import { parseArn, type PartitionName } from "#core/aws";
import { awsClaims, parseAppRoleValue, type RoleAndProvider } from "#core/entra";
import { withoutControls } from "#core/problems";
import { readClaimedAssertion, type VerifiedAssertion } from "#core/saml/response";
import { samlAttributes } from "#core/saml/trust";
import { assertionChecks } from "./assertion-checks";
import { type ByProvider, checksByProvider } from "./by-provider";
import type { Check } from "./check";
import { claimChecks, sessionEndCheck, tagsCheck } from "./claim-checks";
import type { Diagnosis, RoleDiagnosis } from "./diagnosis";
import type { FederationSettings } from "./federation-settings";
import { malformedPairCheck, noRolesCheck, notOfferedCheck, pairChecks } from "./pair-checks";
import { bestVerdicts, verdictsOf } from "./verdict";

/** What {@link diagnoseResponse} may be told. */
export interface DiagnosisOptions {
  /** ARN or name of the one role that matters. @default the one that comes off best */
  readonly role?: string;
}

/**
 * Why AWS takes a SAML response or refuses it: everything that it looks at, each with what is given and expected, and
 * what it answers first.
 *
 * What cannot be verified is read all the same, to be explained; nothing of it is believed. The answer holds neither
 * the assertion nor its signature, and no name of a person.
 *
 * @param xml the document; `findResponse` finds it in what browsers show
 */
export function diagnoseResponse(
  xml: string,
  settings: FederationSettings,
  now: Date,
  options: DiagnosisOptions = {},
): Diagnosis {
  const offered = offeredRoles(readClaimedAssertion(xml)?.unverified);
  const arns = providerArns(offered, settings);
  const checksBy = checksByProvider(xml, settings, now);
  const byProvider = new Map(arns.map((arn) => [arn, checksBy(arn)]));
  const assertion = [...byProvider.values()].find((one) => one.assertion !== undefined)?.assertion;
  const response =
    assertion === undefined ? [] : responseChecks(assertion, partitionOf(offered, settings), settings, now);
  const parts: Parts = { assertion, byProvider, response, settings, now };
  const roles = chosen(offered, options.role).map((one) => diagnoseRole(one, parts));
  const whole = offered.length === 0 ? diagnoseWithoutRole(parts, options.role) : undefined;
  return {
    judgedAt: now.toISOString(),
    verdicts: bestVerdicts([...roles, ...(whole === undefined ? [] : [whole])].map(({ verdicts }) => verdicts)),
    providers: [...byProvider].map(([arn, { checks }]) => ({
      ...(arn === undefined ? {} : { arn: printable(arn) }),
      checks,
    })),
    response: [
      ...response,
      ...(whole?.checks ?? []),
      ...(assertion === undefined ? [] : [sessionEndCheck(assertion, now)]),
    ],
    roles,
  };
}

/** The ARNs that a response names, believed or not: what would have to be looked up to judge it. */
export function namedArns(xml: string): { readonly providers: readonly string[]; readonly roles: readonly string[] } {
  const pairs = offeredRoles(readClaimedAssertion(xml)?.unverified).flatMap((one) => ("pair" in one ? [one.pair] : []));
  return {
    providers: [...new Set(pairs.map(({ samlProviderArn }) => samlProviderArn))],
    roles: [...new Set(pairs.map(({ roleArn }) => roleArn))],
  };
}

interface Parts {
  readonly assertion: VerifiedAssertion | undefined;
  readonly byProvider: ReadonlyMap<string | undefined, ByProvider>;
  readonly response: readonly Check[];
  readonly settings: FederationSettings;
  readonly now: Date;
}

/** One value of the Role attribute, or what somebody asked for and is not among them. */
type Offer = { readonly pair: RoleAndProvider } | { readonly malformed: string } | { readonly notOffered: string };

function offeredRoles(assertion: VerifiedAssertion | undefined): Offer[] {
  if (assertion === undefined) return [];
  return samlAttributes(assertion, awsClaims.role).map((value) => {
    const pair = parseAppRoleValue(value);
    return pair === undefined ? { malformed: value } : { pair };
  });
}

/** A response that names none is judged by the stack's provider, or by the only one that is known. */
function providerArns(offered: readonly Offer[], { stack, providers }: FederationSettings): (string | undefined)[] {
  const named = offered.flatMap((one) => ("pair" in one ? [one.pair.samlProviderArn] : []));
  if (named.length > 0) return [...new Set(named)];
  const [only, ...others] = [...providers].flatMap(([arn, known]) => (known === "absent" ? [] : [arn]));
  return [stack?.samlProviderArn ?? (others.length === 0 ? only : undefined)];
}

function partitionOf(offered: readonly Offer[], { stack }: FederationSettings): PartitionName {
  const [arn] = offered.flatMap((one) => ("pair" in one ? [parseArn(one.pair.roleArn)] : []));
  return stack?.partition ?? arn?.partition ?? "aws";
}

function chosen(offered: readonly Offer[], wanted: string | undefined): readonly Offer[] {
  if (wanted === undefined || offered.length === 0) return offered;
  const fitting = offered.filter((one) => "pair" in one && isWanted(one.pair.roleArn, wanted));
  return fitting.length > 0 ? fitting : [{ notOffered: wanted }];
}

function isWanted(roleArn: string, wanted: string): boolean {
  return roleArn === wanted || roleArn.endsWith(`/${wanted}`);
}

function responseChecks(
  assertion: VerifiedAssertion,
  partition: PartitionName,
  settings: FederationSettings,
  now: Date,
): Check[] {
  return [...assertionChecks(assertion, partition, now), ...claimChecks(assertion, settings), tagsCheck(assertion)];
}

function diagnoseRole(offer: Offer, parts: Parts): RoleDiagnosis {
  const { assertion, byProvider, settings, now } = parts;
  const [firstArn] = byProvider.keys();
  const arn = "pair" in offer ? offer.pair.samlProviderArn : firstArn;
  const own =
    "pair" in offer
      ? assertion === undefined
        ? []
        : pairChecks(offer.pair, assertion, settings, now)
      : ["malformed" in offer ? malformedPairCheck(offer.malformed) : notOfferedCheck(offer.notOffered)];
  return {
    ...("pair" in offer ? printablePair(offer.pair) : {}),
    checks: own,
    verdicts: verdictsOf(inOrder(arn, own, parts)),
  };
}

function printablePair({ roleArn, samlProviderArn }: RoleAndProvider): RoleAndProvider {
  return { roleArn: printable(roleArn), samlProviderArn: printable(samlProviderArn) };
}

/** The response chose the text. Longer than any ARN that an app role can hold is only noise. */
function printable(arn: string): string {
  return withoutControls(arn).slice(0, 256);
}

/** The document cannot be read, or it offers nothing. */
function diagnoseWithoutRole(parts: Parts, wanted: string | undefined): RoleDiagnosis {
  const [arn] = parts.byProvider.keys();
  const own = parts.assertion === undefined ? [] : [wanted === undefined ? noRolesCheck() : notOfferedCheck(wanted)];
  return { checks: own, verdicts: verdictsOf(inOrder(arn, own, parts)) };
}

/** Every check for one role as AWS makes them, one after the other. */
function inOrder(arn: string | undefined, own: readonly Check[], parts: Parts): Check[] {
  const { assertion, byProvider, response, now } = parts;
  const last = assertion === undefined ? [] : [sessionEndCheck(assertion, now)];
  return [...(byProvider.get(arn)?.checks ?? []), ...response, ...own, ...last];
}
