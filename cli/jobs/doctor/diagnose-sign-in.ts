import { parseArn } from "#core/aws";
import {
  type Diagnosis,
  diagnoseResponse,
  type FederationSettings,
  type FederationStack,
  findResponse,
  type FoundResponse,
  type KnownProvider,
  type KnownRole,
  namedArns,
} from "#core/saml/diagnosis";
import type { FederationReader } from "./federation-reader";
import type { PlannedAccount } from "./planned-account";

/** What {@link diagnoseSignIn} is told. */
export interface SignInDiagnosisOptions {
  /** Whatever somebody pasted. */
  readonly text: string;
  /** When to judge it. @default when the text says that it was posted, or else `now` */
  readonly at?: Date;
  readonly now: Date;
  /** Name or ARN of the role that matters. */
  readonly role?: string;
  /** Metadata for a provider that cannot be looked up. */
  readonly metadata?: string;
}

/** What it asks besides. Each may be missing: then what it would tell is unknown. */
export interface SignInDiagnosisDependencies {
  readonly account?: PlannedAccount;
  readonly reader?: FederationReader;
}

export interface SignInDiagnosis {
  readonly form: FoundResponse["form"];
  /** Other responses in the same text, which were passed over. */
  readonly others: number;
  readonly judgedAsOf: "given" | "posted" | "now";
  /** What could not be looked up, and why. */
  readonly notes: readonly string[];
  readonly diagnosis: Diagnosis;
}

/** There is no response in what was pasted. */
export class UnreadableResponse extends Error {
  override readonly name = "UnreadableResponse";
}

/** Explains a pasted SAML response by what stack and account say. @throws UnreadableResponse */
export async function diagnoseSignIn(
  options: SignInDiagnosisOptions,
  { account, reader }: SignInDiagnosisDependencies,
): Promise<SignInDiagnosis> {
  const found = findResponse(options.text);
  if ("problem" in found) throw new UnreadableResponse(`${found.problem}\n${found.remedy}`);
  const at = options.at ?? found.postedAt ?? options.now;
  const known = reader === undefined ? { notes: [] } : await lookedUp(found.xml, reader, account);
  const settings: FederationSettings = {
    providers: known.providers ?? new Map<string, KnownProvider>(),
    roles: known.roles ?? new Map<string, KnownRole>(),
    ...(options.metadata === undefined ? {} : { metadata: options.metadata }),
    ...(account === undefined ? {} : { stack: federationStack(account) }),
  };
  return {
    form: found.form,
    others: found.others,
    judgedAsOf: options.at !== undefined ? "given" : found.postedAt !== undefined ? "posted" : "now",
    notes: known.notes,
    diagnosis: diagnoseResponse(found.xml, settings, at, options.role === undefined ? {} : { role: options.role }),
  };
}

interface LookedUp {
  readonly providers?: ReadonlyMap<string, KnownProvider>;
  readonly roles?: ReadonlyMap<string, KnownRole>;
  readonly notes: readonly string[];
}

/** A response is text of anybody's: no more is looked up for it than a sign-in page could show. */
const mostLookups = 100;

async function lookedUp(xml: string, reader: FederationReader, account: PlannedAccount | undefined): Promise<LookedUp> {
  const named = namedArns(xml);
  const wanted = {
    providers: named.providers.length > 0 ? named.providers : account === undefined ? [] : [account.samlProvider.arn],
    roles: named.roles,
  };
  const others = [...wanted.providers, ...wanted.roles].filter((arn) => !isOf(reader, arn));
  const notes =
    others.length === 0 ? [] : [`signed in to account ${reader.accountId}: what is of another is not looked up`];
  const providers = new Map<string, KnownProvider>();
  const roles = new Map<string, KnownRole>();
  for (const arn of wanted.providers.filter((one) => isOf(reader, one)).slice(0, mostLookups)) {
    const lookup = await reader.provider(arn);
    if ("found" in lookup) providers.set(arn, lookup.found);
    else notes.push(lookup.unknown);
  }
  for (const arn of wanted.roles.filter((one) => isOf(reader, one)).slice(0, mostLookups)) {
    const lookup = await reader.role(arn);
    if ("found" in lookup) roles.set(arn, lookup.found);
    else notes.push(lookup.unknown);
  }
  return { providers, roles, notes: [...new Set(notes)] };
}

function isOf({ accountId }: FederationReader, arn: string): boolean {
  return parseArn(arn)?.accountId === accountId;
}

function federationStack(account: PlannedAccount): FederationStack {
  return {
    name: account.stack,
    accountId: account.accountId,
    partition: account.partition,
    ...(account.issuer === undefined ? {} : { issuer: account.issuer }),
    samlProviderArn: account.samlProvider.arn,
    roleArns: account.roles.map(({ arn }) => arn),
    sessionDuration: account.sessionDuration,
    sessionNameSource: account.config.sessionNameSource,
  };
}
