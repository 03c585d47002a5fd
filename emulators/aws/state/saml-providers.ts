import { iamLimits, samlProviderArn } from "#core/aws";
import { metadataProblems, parseMetadata } from "#core/saml/metadata";

import { type Account, type Invention, type SamlProvider, type Tag, timestamp } from "./account";
import { checkName, samlProviderNamePattern } from "./check-name";
import { quotas } from "./quotas";
import { refusal } from "./refusals";

export function arnOfSamlProvider(account: Account, name: string): string {
  return samlProviderArn({ partition: account.partition, accountId: account.id, name });
}

export function findSamlProvider(account: Account, arn: string): SamlProvider | undefined {
  return account.samlProviders.find(({ name }) => arnOfSamlProvider(account, name) === arn);
}

export function createSamlProvider(
  account: Account,
  input: { readonly name: string; readonly metadata: string; readonly tags?: readonly Tag[] },
  { now, newId }: Invention,
): SamlProvider {
  checkName(input.name, { member: "name", limit: iamLimits.samlProviderName, pattern: samlProviderNamePattern });
  checkMetadata(input.metadata, now);
  if (account.samlProviders.some(({ name }) => name === input.name)) {
    throw refusal("samlProviderExists", { name: input.name });
  }
  if (account.samlProviders.length >= quotas.samlProviders) {
    throw refusal("quota", { quota: "SAMLProvidersPerAccount", limit: quotas.samlProviders });
  }
  const provider: SamlProvider = {
    name: input.name,
    uuid: newId().replaceAll("-", "").toUpperCase(),
    createDate: timestamp(now),
    metadata: input.metadata,
    tags: [...(input.tags ?? [])],
  };
  account.samlProviders.push(provider);
  return provider;
}

export function updateSamlProvider(
  account: Account,
  input: { readonly arn: string; readonly metadata?: string; readonly tags?: readonly Tag[] },
  { now }: Invention,
): SamlProvider {
  const provider = samlProviderOf(account, input.arn);
  if (input.metadata !== undefined) {
    checkMetadata(input.metadata, now);
    provider.metadata = input.metadata;
  }
  if (input.tags !== undefined) provider.tags = [...input.tags];
  return provider;
}

export function deleteSamlProvider(account: Account, { arn }: { readonly arn: string }): void {
  const provider = samlProviderOf(account, arn);
  account.samlProviders = account.samlProviders.filter((other) => other !== provider);
}

/** What AWS calls ValidUntil: the document's own end, or else a hundred years after it was created. */
export function validUntil(provider: SamlProvider): Date {
  const parsed = parseMetadata(provider.metadata);
  if ("metadata" in parsed && parsed.metadata.validUntil !== undefined) return parsed.metadata.validUntil;
  const end = new Date(provider.createDate);
  end.setUTCFullYear(end.getUTCFullYear() + 100);
  return end;
}

/** @throws NoSuchEntity */
export function samlProviderOf(account: Account, arn: string): SamlProvider {
  const provider = findSamlProvider(account, arn);
  if (provider === undefined) throw refusal("noSuchSamlProvider", { arn });
  return provider;
}

function checkMetadata(document: string, now: Date): void {
  const { min, max } = iamLimits.samlMetadata;
  const member = "sAMLMetadataDocument";
  const value = "(the document)";
  if (document.length < min) throw refusal("tooShort", { value, member, limit: min });
  if (document.length > max) throw refusal("tooLong", { value, member, limit: max });
  const [problem] = metadataProblems(document, now, member).filter(({ severity }) => severity === "error");
  if (problem !== undefined)
    throw refusal("invalidMetadata", { reason: `${problem.given}; expected ${problem.expected}` });
}
