import { federatedTrustPolicy, serializePolicy } from "#core/aws/policy";
import { buildMetadata } from "#core/saml/metadata";
import { encodeResponse, type ResponseSpec, signedResponse } from "#core/saml/response";

import { developerResponse } from "../../../test/fixtures/test-response";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import type { Account, Invention } from "../state/account";
import { newAccount } from "../state/account";
import { attachRolePolicy } from "../state/role-policies";
import { createRole } from "../state/roles";
import { arnOfSamlProvider, createSamlProvider } from "../state/saml-providers";

export const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
export const signInEndpoint = "https://signin.aws.amazon.com/saml";

/** When the test's response is issued. */
export const issuedAt = developerResponse.issueInstant;

/** Ids that are new at each call, and the same in each run. */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  };
}

export function inventionAt(now: Date): Invention {
  return { now, newId: countingIds() };
}

export const firstKey = testCertificate();
export const secondKey = testCertificate();

export function metadataOf({ certificate }: { readonly certificate: string }): string {
  return buildMetadata({ tenantId, certificates: [certificate] });
}

/** A provider `EntraID` and a role `Developer` that trusts it. */
export function federate(account: Account, key = firstKey, invention = inventionAt(issuedAt)): void {
  const provider = createSamlProvider(account, { name: "EntraID", metadata: metadataOf(key) }, invention);
  const samlProviderArn = arnOfSamlProvider(account, provider.name);
  const trustPolicy = serializePolicy(federatedTrustPolicy({ samlProviderArn, audience: signInEndpoint }));
  createRole(account, { name: "Developer", trustPolicy, maxSessionDuration: 14_400 }, invention);
  attachRolePolicy(account, { role: "Developer", policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" });
}

export function federatedAccount(id = "111122223333", key = firstKey): Account {
  const account = newAccount({ id, name: "Account1" }, countingIds());
  federate(account, key);
  return account;
}

/** The developer's response, changed and signed. */
export function responseWith(change: Partial<ResponseSpec> = {}, key = firstKey): string {
  return encodeResponse(signedResponse({ ...developerResponse, ...change }, key));
}

/** The developer's attributes with some of AWS's set, or taken away by `undefined`. */
export function attributesWith(
  changes: Readonly<Record<string, readonly string[] | undefined>>,
): ResponseSpec["attributes"] {
  const prefix = "https://aws.amazon.com/SAML/Attributes/";
  const changed = new Set(Object.keys(changes).map((name) => prefix + name));
  const added = Object.entries(changes).flatMap(([name, values]) =>
    values === undefined ? [] : [{ name: prefix + name, values }],
  );
  return [...developerResponse.attributes.filter(({ name }) => !changed.has(name)), ...added];
}

export const developerArns = {
  roleArn: "arn:aws:iam::111122223333:role/Developer",
  principalArn: "arn:aws:iam::111122223333:saml-provider/EntraID",
} as const;

/** Code and message of what is thrown. */
export function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error && "code" in error) return `${String(error.code)}: ${error.message}`;
    throw error;
  }
  return "nothing was refused";
}
