import type { ProviderFace } from "#emulators/wire/pulumi-provider";

import type { Accounts } from "../accounts";
import { accessKey } from "./access-key";
import type { AccountCloud } from "./cloud";
import { configure } from "./configure";
import { authorised } from "./demands/authorised";
import { providerSchema } from "./generated/schema";
import { invokes } from "./invokes";
import { policy } from "./policy";
import { role } from "./role";
import { rolePolicy } from "./role-policy";
import { rolePolicyAttachment } from "./role-policy-attachment";
import { samlProvider } from "./saml-provider";
import { user } from "./user";
import { userPolicy } from "./user-policy";

/** What the generated table says beside it: where these accounts are kinder than AWS. */
export const providerNotes: readonly string[] = [
  "All that an operation needs is asked of the deployer's policies before its first step; the genuine provider meets a " +
    "refusal half way. What it must be allowed is known from its sources (`emulators/aws/provider/demands`).",
  "Without keys in its configuration the provider is `arn:aws:iam::999999999999:user/deployer`, and not whoever is signed " +
    "in on this machine. A role of `assumeRoles` must be of an emulated account, and its session does not end.",
  "A `profile` is a file of this machine's and names no emulated account: beside it set `assumeRoles`, or keys.",
  "An imported access key has its secret, which IAM would not tell again.",
  "Renaming an IAM user in place is refused.",
];

/** The aws provider, as far as the stacks use it, on emulated accounts. */
export function awsProvider(accounts: Accounts): ProviderFace<AccountCloud> {
  return {
    name: "aws",
    schema: providerSchema,
    modelledConfiguration: [
      "accessKey",
      "allowedAccountIds",
      "assumeRoles.externalId",
      "assumeRoles.roleArn",
      "assumeRoles.sessionName",
      "defaultTags",
      "forbiddenAccountIds",
      "region",
      "secretKey",
    ],
    acceptedConfiguration: [
      "maxRetries",
      "profile",
      "skipCredentialsValidation",
      "skipMetadataApiCheck",
      "skipRegionValidation",
      "skipRequestingAccountId",
    ],
    configure: (config) => Promise.resolve(configure(accounts, config)),
    resources: [accessKey, policy, role, rolePolicy, rolePolicyAttachment, samlProvider, user, userPolicy].map(
      authorised,
    ),
    invokes,
  };
}
