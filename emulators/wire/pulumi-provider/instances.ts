/**
 * The clouds that the engine's provider instances mean.
 *
 * The engine opens one connection for each instance and configures it once, and no later request says which instance
 * it is for: the caller's address is the only thing that tells them apart.
 */
export interface Instances<Cloud> {
  configured(peer: string, cloud: Cloud): void;
  /** @throws when nothing was configured over this connection */
  cloudOf(peer: string): Cloud;
}

export function createInstances<Cloud>(): Instances<Cloud> {
  const clouds = new Map<string, { readonly cloud: Cloud }>();
  return {
    // A later connection can come from an earlier one's address: whoever configures last is meant.
    configured: (peer, cloud) => {
      clouds.set(peer, { cloud });
    },
    cloudOf: (peer) => {
      const found = clouds.get(peer);
      if (found === undefined) throw new Error("this provider instance has not been configured over its connection");
      return found.cloud;
    },
  };
}
