import { refusal } from "../errors";
import type { Tenant } from "../model";
import { getServicePrincipal } from "../service-principals";
import { isSecretKey } from "./secret-keys";

export interface SecretPair {
  key: string;
  value: string;
}

/** The long-lived key of the AWS user that reads the roles. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * PUT synchronization/secrets: adds and overwrites by key, and an empty value removes; one set a service principal.
 * https://learn.microsoft.com/graph/api/synchronization-serviceprincipal-put-synchronization; judge: recorded, run recipe
 */
export function setSynchronizationSecrets(
  tenant: Tenant,
  input: { servicePrincipalId: string; pairs: readonly SecretPair[] },
): void {
  const { id: servicePrincipalId } = getServicePrincipal(tenant, input.servicePrincipalId);
  for (const { key } of input.pairs) if (!isSecretKey(key)) throw refusal("secretKeyUnknown");
  const values = { ...findSecrets(tenant, servicePrincipalId)?.values };
  for (const { key, value } of input.pairs) values[key] = value;
  const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  tenant.synchronizationSecrets = tenant.synchronizationSecrets.filter(
    (each) => each.servicePrincipalId !== servicePrincipalId,
  );
  if (Object.keys(kept).length > 0) tenant.synchronizationSecrets.push({ servicePrincipalId, values: kept });
}

/**
 * GET synchronization/secrets: keys, never values.
 *
 * In the order of the template's fields, whatever was sent: for the templates known here the alphabet's. The recorded
 * stand-in kept the order of the first PUT [?]; a program in this order is right with both.
 */
export function listSynchronizationSecrets(tenant: Readonly<Tenant>, servicePrincipalId: string): SecretPair[] {
  const { id } = getServicePrincipal(tenant, servicePrincipalId);
  return Object.keys(findSecrets(tenant, id)?.values ?? {})
    .sort()
    .map((key) => ({ key, value: "*" }));
}

/** What a job of template `aws` signs in with: `ClientSecret` is the access key's id, `SecretToken` the secret access key. */
export function findAwsCredentials(tenant: Readonly<Tenant>, servicePrincipalId: string): AwsCredentials | undefined {
  return awsCredentialsOf(findSecrets(tenant, servicePrincipalId)?.values ?? {});
}

export function awsCredentialsOf(values: Readonly<Record<string, string>>): AwsCredentials | undefined {
  const { ClientSecret: accessKeyId = "", SecretToken: secretAccessKey = "" } = values;
  return accessKeyId === "" || secretAccessKey === "" ? undefined : { accessKeyId, secretAccessKey };
}

function findSecrets(tenant: Readonly<Tenant>, servicePrincipalId: string) {
  return tenant.synchronizationSecrets.find((each) => each.servicePrincipalId === servicePrincipalId);
}
