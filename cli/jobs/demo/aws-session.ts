import { IAMClient, ListUsersCommand, UpdateSAMLProviderCommand } from "@aws-sdk/client-iam";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleWithSAMLCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { AwsRefusal } from "../clients/aws-refusal";
import type { DemoCall } from "./scenario";

// The SDK is pinned, so its notice of what later versions will want tells nobody here anything.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";

/** Credentials of a federated session and who AWS says it is. */
export interface AwsSession {
  readonly arn: string;
  readonly accountId: string;
  /** Tries a call, and answers with AWS's words when it is denied. */
  call(action: DemoCall["action"]): Promise<{ readonly allowed: boolean; readonly message: string }>;
}

/** Where the genuine AWS SDK sends its calls. One try: an emulated refusal is no passing fault. */
const clientFor = (endpoint: string) => ({ endpoint, region: "us-east-1", maxAttempts: 1 });

/**
 * Presents a SAML response to STS by the genuine SDK.
 *
 * @throws AwsRefusal with AWS's code and message
 */
export async function assumeRoleWithSaml(
  endpoint: string,
  request: { readonly response: string; readonly roleArn: string; readonly samlProviderArn: string },
): Promise<AwsSession> {
  const sts = new STSClient(clientFor(endpoint));
  const answer = await sts
    .send(
      new AssumeRoleWithSAMLCommand({
        SAMLAssertion: request.response,
        RoleArn: request.roleArn,
        PrincipalArn: request.samlProviderArn,
      }),
    )
    .catch(refuse);
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = answer.Credentials ?? {};
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  const signed = new STSClient({ ...clientFor(endpoint), credentials });
  const identity = await signed.send(new GetCallerIdentityCommand({})).catch(refuse);
  return {
    arn: identity.Arn ?? "",
    accountId: identity.Account ?? "",
    call: (action) => attempt(calls[action]({ ...clientFor(endpoint), credentials }, request.samlProviderArn)),
  };
}

type ClientSettings = ReturnType<typeof clientFor> & {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
};

/** How each call of the demonstration is made; what it would answer does not matter here. */
const calls: Record<DemoCall["action"], (client: ClientSettings, samlProviderArn: string) => Promise<unknown>> = {
  "iam:ListUsers": (client) => new IAMClient(client).send(new ListUsersCommand({})),
  "iam:UpdateSAMLProvider": (client, SAMLProviderArn) =>
    new IAMClient(client).send(
      // The shortest document that the parameter's own check lets pass: it must not get as far as being read.
      new UpdateSAMLProviderCommand({ SAMLProviderArn, SAMLMetadataDocument: "x".repeat(1000) }),
    ),
  "s3:ListAllMyBuckets": (client) => new S3Client({ ...client, forcePathStyle: true }).send(new ListBucketsCommand({})),
};

/** Only a denial is an answer; any other failure is one of the demonstration. */
async function attempt(call: Promise<unknown>): Promise<{ allowed: boolean; message: string }> {
  try {
    await call;
    return { allowed: true, message: "" };
  } catch (error) {
    if (error instanceof Error && error.name.startsWith("AccessDenied")) {
      return { allowed: false, message: error.message };
    }
    throw error;
  }
}

function refuse(error: unknown): never {
  if (error instanceof Error && "$metadata" in error) {
    throw new AwsRefusal(error.name.replace(/Exception$/, ""), error.message);
  }
  throw error;
}
