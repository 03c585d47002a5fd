import { entraClouds, graphAppId } from "#core/entra";

import type { Tenant } from "../state/model";

/** The names under which a token can be asked for Graph, and with which Graph takes it. */
export function graphAudiences(tenant: Readonly<Tenant>, origin: string): readonly string[] {
  return [origin, `https://${entraClouds[tenant.cloud].graphHost}`, graphAppId];
}
