import {
  DeleteAccessKeyCommand,
  type IAMClient,
  NoSuchEntityException,
  paginateListAccessKeys,
} from "@aws-sdk/client-iam";
import { shown } from "#core/problems";
import type { AwsAccount } from "./aws-finders";
import { textOf } from "./finder";
import type { Deployment, StateResource } from "./deployment";
import type { Circumstances } from "./judge-candidates";

/** An access key whose secret nobody has: the cloud told it once, to an engine that was killed. */
export interface LostAccessKey {
  readonly id: string;
  readonly user: string;
}

/**
 * The keys that an interrupted create left: of a user of this very stack, unknown to the stack, and younger than the
 * run. Any other key of the user is somebody else's and stays.
 */
export async function findLostAccessKeys(
  { iam }: AwsAccount,
  pending: StateResource,
  deployment: Deployment,
  { since, known }: Circumstances,
): Promise<LostAccessKey[]> {
  const user = textOf(pending.inputs ?? {}, "user");
  const isOurs = deployment.resources?.some(({ type, id }) => type === "aws:iam/user:User" && id === user);
  if (isOurs !== true) {
    return [];
  }
  return keysOf(iam, user).then(
    (keys) => keys.filter(({ id, createdAt }) => !known.has(id) && isYounger(createdAt, since)),
    (error: unknown) => {
      if (error instanceof NoSuchEntityException) {
        return [];
      }
      throw error;
    },
  );
}

/** To the second, as AWS tells it, and without tolerance: what is removed must be younger for certain. */
function isYounger(createdAt: Date | undefined, since: Date): boolean {
  return createdAt !== undefined && createdAt.getTime() >= Math.floor(since.getTime() / 1000) * 1000;
}

async function keysOf(iam: IAMClient, user: string): Promise<(LostAccessKey & { readonly createdAt?: Date })[]> {
  const keys: (LostAccessKey & { readonly createdAt?: Date })[] = [];
  for await (const page of paginateListAccessKeys({ client: iam }, { UserName: user })) {
    for (const { AccessKeyId: id = "", CreateDate } of page.AccessKeyMetadata ?? []) {
      keys.push({ id, user, createdAt: CreateDate });
    }
  }
  return keys;
}

export async function deleteAccessKey({ iam }: AwsAccount, { id, user }: LostAccessKey): Promise<void> {
  await iam.send(new DeleteAccessKeyCommand({ AccessKeyId: id, UserName: user }));
}

/** For people. */
export function describeAccessKey({ id, user }: LostAccessKey): string {
  return `access key ${id} of user ${shown(user)}, whose secret was lost`;
}

/** Secrets that are written, never read: another write ends in the same state. */
export const writtenAgain: ReadonlySet<string> = new Set(["azuread:index/synchronizationSecret:SynchronizationSecret"]);

export const accessKeyType = "aws:iam/accessKey:AccessKey";
