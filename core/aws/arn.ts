import { isPartitionName, type PartitionName } from "./partition";

/** An Amazon Resource Name taken apart. */
export interface Arn {
  partition: PartitionName;
  service: string;
  /** Empty for what has no region, such as IAM. */
  region: string;
  /** Twelve digits, `aws` for what AWS owns, or empty. */
  accountId: string;
  /** The rest, colons included: `role/path/name`. */
  resource: string;
}

const shape =
  /^arn:(?<partition>[a-z-]+):(?<service>[a-z0-9-]+):(?<region>[a-z0-9-]*):(?<accountId>\d{12}|aws|):(?<resource>[^\s]+)$/u;

/** Takes an ARN apart; `undefined` for what is none, or of a partition that we do not know. */
export function parseArn(arn: string): Arn | undefined {
  const groups = shape.exec(arn)?.groups;
  if (groups === undefined) return undefined;
  const { partition = "", service = "", region = "", accountId = "", resource = "" } = groups;
  return isPartitionName(partition) ? { partition, service, region, accountId, resource } : undefined;
}

export interface IamName {
  /** @default "aws" */
  partition?: PartitionName;
  accountId: string;
  name: string;
}

export interface IamNameWithPath extends IamName {
  /** Begins and ends with a slash. @default "/" */
  path?: string;
}

export function roleArn({ path = "/", name, ...owner }: IamNameWithPath): string {
  return iamArn(owner, `role${path}${name}`);
}

export function userArn({ path = "/", name, ...owner }: IamNameWithPath): string {
  return iamArn(owner, `user${path}${name}`);
}

/** A customer managed policy; for those of AWS see `#core/aws/managed-policies`. */
export function policyArn({ path = "/", name, ...owner }: IamNameWithPath): string {
  return iamArn(owner, `policy${path}${name}`);
}

export function samlProviderArn({ name, ...owner }: IamName): string {
  return iamArn(owner, `saml-provider/${name}`);
}

/** The principal of a session: what `GetCallerIdentity` and CloudTrail show. It never contains the role's path. */
export function assumedRoleArn(session: {
  partition?: PartitionName;
  accountId: string;
  roleName: string;
  sessionName: string;
}): string {
  const { partition = "aws", accountId, roleName, sessionName } = session;
  return `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${sessionName}`;
}

function iamArn({ partition = "aws", accountId }: Omit<IamName, "name">, resource: string): string {
  return `arn:${partition}:iam::${accountId}:${resource}`;
}

/** An IAM resource taken apart: `role/team/Developer` is of type `role`, with path `/team/` and name `Developer`. */
export function parseIamResource(arn: Arn): { type: string; path: string; name: string } | undefined {
  const match = /^([a-z-]+)(\/(?:[^/]+\/)*)([^/]+)$/.exec(arn.resource);
  if (arn.service !== "iam" || match === null) return undefined;
  const [, type = "", path = "", name = ""] = match;
  return { type, path, name };
}
