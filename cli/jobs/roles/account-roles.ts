import { type IAMClient, paginateListRoles } from "@aws-sdk/client-iam";

/** A role of an account, as far as an import looks at it. */
export interface AccountRole {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** JSON text, decoded. */
  readonly trustPolicy: string;
}

/** All roles of the account, by `iam:ListRoles` and nothing else. @throws what AWS refuses */
export async function accountRoles(client: IAMClient, signal?: AbortSignal): Promise<AccountRole[]> {
  const roles: AccountRole[] = [];
  for await (const page of paginateListRoles({ client }, {}, signal === undefined ? {} : { abortSignal: signal })) {
    for (const { Arn = "", RoleName = "", Path = "/", AssumeRolePolicyDocument = "" } of page.Roles ?? []) {
      // IAM hands documents out URL-encoded (RFC 3986).
      const trustPolicy = decodeURIComponent(AssumeRolePolicyDocument);
      roles.push({ arn: Arn, name: RoleName, path: Path, trustPolicy });
    }
  }
  return roles;
}
