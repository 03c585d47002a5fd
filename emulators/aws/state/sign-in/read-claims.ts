import { iamLimits, isSessionName } from "#core/aws";
import { parseAppRoleValue } from "#core/entra";
import type { VerifiedAssertion } from "#core/saml/response";

import type { Tag } from "../account";
import { refusal } from "../refusals";

const prefix = "https://aws.amazon.com/SAML/Attributes/";

/** What AWS reads in the attributes of an assertion. */
export interface Claims {
  readonly roles: readonly { readonly roleArn: string; readonly samlProviderArn: string }[];
  readonly sessionName: string;
  /** Seconds. */
  readonly sessionDuration?: number;
  readonly sourceIdentity?: string;
  readonly tags: readonly Tag[];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html */
export function readClaims({ attributes }: VerifiedAssertion): Claims {
  const values = (name: string): readonly string[] => attributes.get(prefix + name) ?? [];
  const sourceIdentity = values("SourceIdentity")[0];
  return {
    roles: values("Role").flatMap((value) => parseAppRoleValue(value) ?? []),
    sessionName: readSessionName(values("RoleSessionName")),
    sessionDuration: readSessionDuration(values("SessionDuration")),
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    tags: readTags(attributes),
  };
}

function readSessionName([name, ...others]: readonly string[]): string {
  if (name === undefined || name === "") throw refusal("missingSessionName");
  if (others.length > 0 || !isSessionName(name)) throw refusal("wrongSessionName");
  return name;
}

function readSessionDuration(values: readonly string[]): number | undefined {
  const [value, ...others] = values;
  if (value === undefined) return undefined;
  const seconds = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  const { min, max } = iamLimits.sessionDurationClaim;
  if (others.length > 0 || !(seconds >= min && seconds <= max)) throw refusal("wrongSessionDuration");
  return seconds;
}

function readTags(attributes: VerifiedAssertion["attributes"]): Tag[] {
  const tagPrefix = `${prefix}PrincipalTag:`;
  return [...attributes].flatMap(([name, [value]]) =>
    name.startsWith(tagPrefix) && value !== undefined ? [{ key: name.slice(tagPrefix.length), value }] : [],
  );
}
