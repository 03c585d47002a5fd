/** One call, as AWS sees it when it decides. */
export interface AuthorizationRequest {
  /** ARN of the caller: `arn:aws:iam::<account>:user/<name>` or `arn:aws:sts::<account>:assumed-role/<role>/<session>`. */
  readonly principalArn: string;
  /** `service:Operation`, in any letter case. */
  readonly action: string;
  /** ARN of what is acted upon, or `*` for an operation that names nothing. */
  readonly resource: string;
  /** Condition keys in lower case; a key that is not here is absent from the request, unless `unknownKeys` names it. */
  readonly context: ReadonlyMap<string, readonly string[]>;
  /** Condition keys, in lower case, whose presence and value nobody knows yet. @default none */
  readonly unknownKeys?: ReadonlySet<string> | ((key: string) => boolean);
  /** Identity provider ARN of a caller that a federated sign-in vouches for; then `principalArn` is not read. */
  readonly federatedPrincipal?: string;
  /** Name of a calling AWS service, as `ec2.amazonaws.com`; then `principalArn` is not read. */
  readonly servicePrincipal?: string;
  /** Owner of the resource, for ARNs that name no account (S3). @default the account in `resource`, else the caller's */
  readonly resourceAccountId?: string;
}

export type ContextValue = readonly string[] | "absent" | "unknown";

/** A key without values is as absent as one that was never sent. */
export function contextValue(request: AuthorizationRequest, key: string): ContextValue {
  const lowerCased = key.toLowerCase();
  const values = request.context.get(lowerCased);
  if (values !== undefined && values.length > 0) return values;
  if (values === undefined && isUnknown(request, lowerCased)) return "unknown";
  return "absent";
}

function isUnknown({ unknownKeys }: AuthorizationRequest, key: string): boolean {
  if (unknownKeys === undefined) return false;
  return typeof unknownKeys === "function" ? unknownKeys(key) : unknownKeys.has(key);
}
