import {
  DeleteAccessKeyCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetSAMLProviderCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  type IAMClient,
  NoSuchEntityException,
  paginateListAccessKeys,
  paginateListAttachedRolePolicies,
} from "@aws-sdk/client-iam";
import { shown } from "#core/problems";
import { type Candidate, type Finder, neededText, textOf } from "./finder";

/** What the lookups in one account need. */
export interface AwsAccount {
  readonly iam: IAMClient;
  readonly accountId: string;
  /** Such as `aws`. */
  readonly partition: string;
}

/**
 * How each type of the aws provider is found by the name that makes it unique in its account. Ids are those of the
 * provider's imports (documentation of pulumi-aws, “Import” of each resource).
 */
export const awsFinders: ReadonlyMap<string, Finder<AwsAccount>> = new Map<string, Finder<AwsAccount>>([
  [
    "aws:iam/accessKey:AccessKey",
    {
      describe: (inputs) => `access key of user ${shown(textOf(inputs, "user"))}`,
      find: ({ iam: client }, inputs) => accessKeys(client, neededText(inputs, "user")),
      shownBy: "proof",
      partOf: { type: "aws:iam/user:User", input: "user" },
      // The cloud told its secret once, to an engine that was killed: nobody can ever use it.
      remove: async ({ iam: client }, inputs, id) => {
        await client.send(new DeleteAccessKeyCommand({ AccessKeyId: id, UserName: neededText(inputs, "user") }));
      },
    },
  ],
  [
    "aws:iam/policy:Policy",
    {
      describe: (inputs) => `policy ${shown(textOf(inputs, "name"))}`,
      find: (account, inputs) => {
        const arn = arnOf(account, "policy", textOf(inputs, "path") || "/", neededText(inputs, "name"));
        return existing(async () => {
          const { Policy } = await account.iam.send(new GetPolicyCommand({ PolicyArn: arn }));
          return { id: arn, createdAt: Policy?.CreateDate, removal: iam("delete-policy", "--policy-arn", arn) };
        });
      },
      shownBy: "time",
    },
  ],
  [
    "aws:iam/role:Role",
    {
      describe: (inputs) => `role ${shown(textOf(inputs, "name"))}`,
      find: ({ iam: client }, inputs) => {
        const name = neededText(inputs, "name");
        return existing(async () => {
          const { Role } = await client.send(new GetRoleCommand({ RoleName: name }));
          return { id: name, createdAt: Role?.CreateDate, removal: iam("delete-role", "--role-name", name) };
        });
      },
      shownBy: "time",
    },
  ],
  [
    "aws:iam/rolePolicy:RolePolicy",
    {
      describe: (inputs) => `inline policy ${shown(textOf(inputs, "name"))} of role ${shown(textOf(inputs, "role"))}`,
      find: ({ iam: client }, inputs) => {
        const [role, name] = [neededText(inputs, "role"), neededText(inputs, "name")];
        return existing(async () => {
          await client.send(new GetRolePolicyCommand({ RoleName: role, PolicyName: name }));
          const removal = iam("delete-role-policy", "--role-name", role, "--policy-name", name);
          return { id: `${role}:${name}`, removal };
        });
      },
      shownBy: "name",
    },
  ],
  [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    {
      describe: (inputs) =>
        `attachment of ${shown(textOf(inputs, "policyArn"))} to role ${shown(textOf(inputs, "role"))}`,
      find: ({ iam: client }, inputs) => {
        const [role, arn] = [neededText(inputs, "role"), neededText(inputs, "policyArn")];
        return existing(async () => {
          for await (const page of paginateListAttachedRolePolicies({ client }, { RoleName: role })) {
            if (page.AttachedPolicies?.some(({ PolicyArn }) => PolicyArn === arn)) {
              const removal = iam("detach-role-policy", "--role-name", role, "--policy-arn", arn);
              return { id: `${role}/${arn}`, removal };
            }
          }
          return undefined;
        });
      },
      shownBy: "name",
    },
  ],
  [
    "aws:iam/samlProvider:SamlProvider",
    {
      describe: (inputs) => `SAML provider ${shown(textOf(inputs, "name"))}`,
      find: (account, inputs) => {
        const arn = arnOf(account, "saml-provider", "/", neededText(inputs, "name"));
        return existing(async () => {
          const { CreateDate } = await account.iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: arn }));
          return { id: arn, createdAt: CreateDate, removal: iam("delete-saml-provider", "--saml-provider-arn", arn) };
        });
      },
      shownBy: "time",
    },
  ],
  [
    "aws:iam/user:User",
    {
      describe: (inputs) => `user ${shown(textOf(inputs, "name"))}`,
      find: ({ iam: client }, inputs) => {
        const name = neededText(inputs, "name");
        return existing(async () => {
          const { User } = await client.send(new GetUserCommand({ UserName: name }));
          return { id: name, createdAt: User?.CreateDate, removal: iam("delete-user", "--user-name", name) };
        });
      },
      shownBy: "time",
    },
  ],
  [
    "aws:iam/userPolicy:UserPolicy",
    {
      describe: (inputs) => `inline policy ${shown(textOf(inputs, "name"))} of user ${shown(textOf(inputs, "user"))}`,
      find: ({ iam: client }, inputs) => {
        const [user, name] = [neededText(inputs, "user"), neededText(inputs, "name")];
        return existing(async () => {
          await client.send(new GetUserPolicyCommand({ UserName: user, PolicyName: name }));
          return {
            id: `${user}:${name}`,
            removal: iam("delete-user-policy", "--user-name", user, "--policy-name", name),
          };
        });
      },
      shownBy: "name",
    },
  ],
]);

function iam(...words: readonly string[]): string[] {
  return ["aws", "iam", ...words];
}

function arnOf({ accountId, partition }: AwsAccount, kind: string, path: string, name: string): string {
  return `arn:${partition}:iam::${accountId}:${kind}${path}${name}`;
}

async function accessKeys(client: IAMClient, user: string): Promise<Candidate[]> {
  const keys: Candidate[] = [];
  await existing(async () => {
    for await (const page of paginateListAccessKeys({ client }, { UserName: user })) {
      for (const { AccessKeyId: id = "", CreateDate: createdAt } of page.AccessKeyMetadata ?? []) {
        keys.push({ id, createdAt, removal: iam("delete-access-key", "--user-name", user, "--access-key-id", id) });
      }
    }
    return undefined;
  });
  return keys;
}

/** What a lookup finds; that there is no such thing, or nothing that could have it, is an answer and not a failure. */
async function existing(lookup: () => Promise<Candidate | undefined>): Promise<Candidate[]> {
  try {
    const found = await lookup();
    return found === undefined ? [] : [found];
  } catch (error) {
    if (error instanceof NoSuchEntityException) {
      return [];
    }
    throw error;
  }
}
