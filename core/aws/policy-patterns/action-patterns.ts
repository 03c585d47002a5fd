import type { ActionDefinition, ServiceAuthorizationReference, ServiceDefinition } from "#core/aws/service-reference";
import { coverage, coversPattern } from "./covers-pattern";

/** Whether a pattern is `*`, `*:*` or another way to write every action. */
export function isEveryAction(pattern: string): boolean {
  return coversPattern(pattern, "*:*");
}

/** Whether a pattern has every action that another has, in any letter case. */
export function coversAction(wide: string, narrow: string): boolean {
  return coversPattern(wide.toLowerCase(), narrow.toLowerCase());
}

/** The service of an action or pattern as it is written, in lower case: `s3` of `S3:Get*`; empty where there is none. */
export function prefixOf(pattern: string): string {
  return pattern.includes(":") ? pattern.slice(0, pattern.indexOf(":")).toLowerCase() : "";
}

export interface ActionMatch {
  readonly service: ServiceDefinition;
  readonly action: ActionDefinition;
}

/** A stream of documents brings ever new patterns; what is remembered has to end somewhere. */
const mostRemembered = 10_000;
const found = new WeakMap<ServiceAuthorizationReference, Map<string, readonly ActionMatch[]>>();

/** The documented actions that a pattern stands for, in the services that are loaded; none for `*`. */
export function actionsMatching(services: ServiceAuthorizationReference, pattern: string): readonly ActionMatch[] {
  const known = found.get(services) ?? new Map<string, readonly ActionMatch[]>();
  found.set(services, known);
  const key = pattern.toLowerCase();
  const matches = known.get(key) ?? findActions(services, key);
  if (known.size >= mostRemembered) known.clear();
  known.set(key, matches);
  return matches;
}

function findActions(services: ServiceAuthorizationReference, pattern: string): readonly ActionMatch[] {
  const prefix = prefixOf(pattern);
  if (prefix === "" || isEveryAction(pattern)) return [];
  const prefixes = /[*?]/.test(prefix) ? services.prefixes.filter(coverage(prefix)) : [prefix];
  return prefixes.flatMap((each) => {
    const service = services.service(each);
    return service === undefined ? [] : actionsOf(service, pattern);
  });
}

function actionsOf(service: ServiceDefinition, pattern: string): readonly ActionMatch[] {
  const name = pattern.slice(pattern.indexOf(":") + 1);
  const exact = service.actions.get(name);
  if (exact !== undefined) return [{ service, action: exact }];
  if (!/[*?]/.test(name)) return [];
  const matches = coverage(name);
  return [...service.actions].filter(([key]) => matches(key)).map(([, action]) => ({ service, action }));
}
