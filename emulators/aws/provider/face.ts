import type { ProviderFace } from "#emulators/wire/pulumi-provider";

import type { Accounts } from "../accounts";
import { accessKey } from "./access-key";
import type { AccountCloud } from "./cloud";
import { configure } from "./configure";
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
  "The deployer's own writes are not authorised yet: whoever the provider's configuration means may do everything.",
  "A role of `assumeRoles` names the account only; it need not exist, and its trust policy is not asked. Of several, " +
    "which the genuine provider takes one after the other, the last is meant: with one entry that is " +
    "`aws:assumeRoles[0].roleArn`.",
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
      "assumeRoles.roleArn",
      "assumeRoles.sessionName",
      "defaultTags",
      "forbiddenAccountIds",
      "region",
      "secretKey",
    ],
    acceptedConfiguration: [
      "assumeRoles.externalId",
      "maxRetries",
      "profile",
      "skipCredentialsValidation",
      "skipMetadataApiCheck",
      "skipRegionValidation",
      "skipRequestingAccountId",
    ],
    configure: (config) => Promise.resolve(configure(accounts, config)),
    resources: [accessKey, policy, role, rolePolicy, rolePolicyAttachment, samlProvider, user, userPolicy],
    invokes,
  };
}
