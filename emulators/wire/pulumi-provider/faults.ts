/** One operation that a provider does for the engine, for good and not for a preview. */
export interface ProviderOperation {
  readonly method: "create" | "read" | "update" | "delete";
  /** Such as `aws:iam/role:Role`. */
  readonly type: string;
}

/** Faults on the way between the engine and a cloud. What a fault returns is waited for, and what it throws is the answer. */
export interface ProviderFaults {
  /** Before the cloud is asked: a lost request, or latency. @default none */
  readonly onRequest?: (operation: ProviderOperation) => Promise<void>;
  /** When the cloud has done it, and before the engine hears of it: a lost response. @default none */
  readonly onResponse?: (operation: ProviderOperation) => Promise<void>;
}

/** Does an operation with the faults around it. */
export async function withFaults<Result>(
  faults: ProviderFaults,
  operation: ProviderOperation,
  work: () => Promise<Result>,
): Promise<Result> {
  await faults.onRequest?.(operation);
  const result = await work();
  await faults.onResponse?.(operation);
  return result;
}
