import { CloudError } from "#emulators/wire/errors";
import type { Inputs } from "#emulators/wire/pulumi-provider";

import { authenticateClient, identifyClient } from "../graph/login/authenticate-client";
import { SignInError } from "../graph/login/sign-in-errors";
import type { TenantClient } from "../state/model";
import type { TenantCloud } from "./cloud";
import { optionalText } from "./inputs";

/**
 * Who the provider's configuration signs in: the client application that it names, or the tenant's deployer, where it
 * names none and the genuine provider would go by the environment.
 *
 * @throws what the token endpoint answers, in the provider's words, for an unknown client or a wrong secret
 */
export function configuredClient(cloud: TenantCloud, config: Inputs): () => TenantClient {
  const [clientId, clientSecret] = [optionalText(config, "clientId"), optionalText(config, "clientSecret")];
  if (clientId === undefined) return () => cloud.read().deployer;
  const signIn = () => {
    const tenant = cloud.read();
    // Without a secret it signs in by a certificate, a federated token or the environment, which are not judged here.
    if (clientSecret === undefined) return identifyClient(tenant, clientId);
    return authenticateClient(tenant, { tenant: tenant.id, clientId, clientSecret });
  };
  inProviderWords(signIn);
  // Anew each time: permissions can be granted and taken, and the client removed, while the provider runs.
  return () => inProviderWords(signIn);
}

function inProviderWords(signIn: () => TenantClient): TenantClient {
  try {
    return signIn();
  } catch (refused) {
    if (!(refused instanceof SignInError)) throw refused;
    throw new CloudError({
      cloud: "graph",
      status: refused.status,
      code: refused.error,
      message: `could not configure the provider: clientCredentialsToken: received HTTP status ${refused.status} with response: ${refused.message}`,
    });
  }
}
