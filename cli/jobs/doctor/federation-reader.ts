import { GetRoleCommand, GetSAMLProviderCommand, type IAMClient } from "@aws-sdk/client-iam";
import { parseArn, parseIamResource } from "#core/aws";
import { parsePolicy } from "#core/aws/policy";
import type { KnownProvider, KnownRole } from "#core/saml/diagnosis";
import { type Lookup, lookUp } from "./lookup";

/** Looks up what a sign-in meets in one account. */
export interface FederationReader {
  readonly accountId: string;
  provider(arn: string): Promise<Lookup<KnownProvider>>;
  role(arn: string): Promise<Lookup<KnownRole>>;
}

/** Reads providers and roles by the genuine client. */
export function federationReader(iam: Pick<IAMClient, "send">, accountId: string): FederationReader {
  return {
    accountId,
    provider: (arn) =>
      lookUp<KnownProvider>(
        "iam:GetSAMLProvider",
        async () => {
          const { SAMLMetadataDocument } = await iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: arn }));
          return { metadata: SAMLMetadataDocument ?? "" };
        },
        absent,
      ),
    role: (arn) => lookUp<KnownRole>("iam:GetRole", () => readRole(iam, arn), absent),
  };
}

async function readRole(iam: Pick<IAMClient, "send">, arn: string): Promise<KnownRole> {
  const parsed = parseArn(arn);
  const name = parsed && parseIamResource(parsed)?.name;
  if (name === undefined) return "absent";
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
  // A role of that name under another path is another ARN.
  if (Role?.Arn !== arn) return "absent";
  const policy = parsePolicy(decodeURIComponent(Role.AssumeRolePolicyDocument ?? ""));
  if ("malformed" in policy) throw new Error(`the trust policy cannot be read: ${policy.malformed.message}`);
  return { trustPolicy: policy.document, maxSessionDuration: Role.MaxSessionDuration ?? 3600 };
}

const absent = { when: (error: Error) => error.name.startsWith("NoSuchEntity"), value: "absent" } as const;
