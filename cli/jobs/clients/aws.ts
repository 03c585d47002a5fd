import { IAMClient } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient, type STSClientConfig } from "@aws-sdk/client-sts";
import { AwsRefusal } from "./aws-refusal";
import { NotSignedIn } from "./not-signed-in";

// The SDK is pinned, so its notice of what later versions will want tells nobody here anything.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

/** An account, by the genuine SDK, as somebody who is signed in to it. */
export interface Aws {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  /** Who the clients are, as `GetCallerIdentity` tells. */
  readonly caller: { readonly arn: string; readonly accountId: string; readonly userId: string };
}

/** A role to take, as an entry of `aws:assumeRoles`. */
export interface RoleToAssume {
  readonly roleArn: string;
  /** @default "entra-aws" */
  readonly sessionName?: string;
  readonly externalId?: string;
}

/** What {@link openAws} is told; names as in the configuration of Pulumi's aws provider. */
export interface AwsOptions {
  readonly region: string;
  /** Taken one after the other, each by the session of the one before. @default none */
  readonly assumeRoles?: readonly RoleToAssume[];
  /** Of the shared configuration. @default the environment's */
  readonly profile?: string;
  /** With `secretKey`, in place of the environment's credentials. */
  readonly accessKey?: string;
  readonly secretKey?: string;
  /** How often a call is tried that AWS throttles or that does not get through. @default 3 */
  readonly maxAttempts?: number;
  readonly signal?: AbortSignal;
}

/** What clients of all services are made from. */
type Settings = Pick<STSClientConfig, "region" | "maxAttempts" | "profile"> & {
  readonly requestHandler: { readonly connectionTimeout: number; readonly requestTimeout: number };
  readonly credentials?: Credentials;
};
type Credentials = NonNullable<STSClientConfig["credentials"]>;

/** Error names by which AWS, or the SDK before it asks, says that the credentials are none, over, or nobody's. */
const unusable: ReadonlySet<string> = new Set([
  "CredentialsProviderError",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidClientTokenId",
  "MissingAuthenticationToken",
  "SignatureDoesNotMatch",
  "TokenProviderError",
  "UnrecognizedClientException",
]);

/**
 * Clients of IAM and STS, and who they are. Credentials are those of the SDK's own chain (environment, profile, single
 * sign-on, instance), and `AWS_ENDPOINT_URL` says where another AWS is.
 *
 * @throws NotSignedIn without usable credentials, AwsRefusal with AWS's words when a role cannot be assumed, and when AWS
 * cannot be reached
 */
export async function openAws(options: AwsOptions): Promise<Aws> {
  const { region, maxAttempts = 3, profile, assumeRoles = [], signal } = options;
  const common = { region, maxAttempts, requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 } };
  const start: Settings = { ...common, ...(profile === undefined ? {} : { profile }), ...keysOf(options) };
  const config = assumeRoles.reduce<Settings>(
    (by, role) => ({ ...common, credentials: sessionsOf(new STSClient(by), role, signal) }),
    start,
  );
  const sts = new STSClient(config);
  const {
    Arn = "",
    Account = "",
    UserId = "",
  } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal }).catch((error: unknown) => {
    throw explained(error);
  });
  return { iam: new IAMClient(config), sts, caller: { arn: Arn, accountId: Account, userId: UserId } };
}

function keysOf({ accessKey, secretKey }: AwsOptions): { readonly credentials?: Credentials } {
  if (accessKey === undefined && secretKey === undefined) return {};
  if (accessKey === undefined || secretKey === undefined) {
    throw new NotSignedIn("Of aws:accessKey and aws:secretKey only one is set: set both, or neither.");
  }
  return { credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } };
}

/** A role's sessions, a new one whenever the SDK finds that one about to end. */
function sessionsOf(sts: STSClient, role: RoleToAssume, signal: AbortSignal | undefined): Credentials {
  const { roleArn, sessionName = "entra-aws", externalId } = role;
  const command = { RoleArn: roleArn, RoleSessionName: sessionName, ExternalId: externalId };
  return async () => {
    const { Credentials: given } = await sts
      .send(new AssumeRoleCommand(command), { abortSignal: signal })
      .catch((error: unknown) => {
        throw explained(error, roleArn);
      });
    return {
      accessKeyId: given?.AccessKeyId ?? "",
      secretAccessKey: given?.SecretAccessKey ?? "",
      ...(given?.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
      ...(given?.Expiration === undefined ? {} : { expiration: given.Expiration }),
    };
  };
}

function explained(error: unknown, roleArn?: string): unknown {
  if (!(error instanceof Error) || error instanceof NotSignedIn || error instanceof AwsRefusal) return error;
  if (error.name === "AbortError") return error;
  if (unusable.has(error.name)) return notSignedIn(error);
  if (!("$metadata" in error)) return error;
  if (!("$fault" in error)) return unreached(error);
  const what = roleArn === undefined ? "AWS does not say who you are" : `The role ${roleArn} cannot be assumed`;
  return new AwsRefusal(error.name, `${what}: ${error.message}`, { cause: error });
}

/** The SDK gave up before AWS answered. */
function unreached(error: Error): AwsRefusal {
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const message = `AWS cannot be reached (${error.message}): look at the network, HTTPS_PROXY and AWS_ENDPOINT_URL`;
  return new AwsRefusal(code, message, { cause: error });
}

function notSignedIn(error: Error): NotSignedIn {
  const lines = [
    `Nobody usable is signed in to AWS (${error.name}: ${error.message})`,
    "Sign in, for instance by `aws sso login` or `aws login`, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and",
    "AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN too for temporary ones), and try again.",
  ];
  return new NotSignedIn(lines.join("\n"), { cause: error });
}
