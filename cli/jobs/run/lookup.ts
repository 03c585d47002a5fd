import { awsFinders } from "./aws-finders";
import type { StateResource } from "./deployment";
import { entraFinders } from "./entra-finders";
import type { Candidate, Finder } from "./finder";
import type { ProviderClients } from "./provider-clients";

/** A finder with what it looks for, and with the cloud to look in, which is asked when it is needed. */
export interface Lookup {
  /** For people: `role "Developer"`. */
  readonly what: string;
  readonly finder: Pick<Finder<never>, "mayRepeat" | "partOf" | "shownBy">;
  find(): Promise<readonly Candidate[]>;
  /** Present where what is found is not imported but removed. */
  readonly remove?: (id: string) => Promise<void>;
}

/** How a pending create is looked up, or undefined for a type of which that is not known. */
export function lookupOf(resource: StateResource, clients: ProviderClients): Lookup | undefined {
  const [ofAws, ofEntra] = [awsFinders.get(resource.type), entraFinders.get(resource.type)];
  if (ofAws !== undefined) {
    return bound(ofAws, resource, () => clients.aws(resource));
  }
  return ofEntra && bound(ofEntra, resource, () => clients.graph(resource));
}

function bound<Client>(finder: Finder<Client>, { inputs = {} }: StateResource, client: () => Promise<Client>): Lookup {
  const { remove } = finder;
  return {
    what: finder.describe(inputs),
    finder,
    find: async () => finder.find(await client(), inputs),
    ...(remove && { remove: async (id) => remove(await client(), inputs, id) }),
  };
}
