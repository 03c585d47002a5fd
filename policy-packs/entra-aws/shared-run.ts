/**
 * One result for two callers: the first who asks computes it, the other takes it.
 *
 * The policy SDK asks its policies one after the other and does nothing in between, so a result that nobody has taken
 * by the next turn of the event loop is of a stack whose other policy is disabled, and is dropped.
 */
export function sharedRun<Result>(): (caller: string, compute: () => Promise<Result>) => Promise<Result> {
  let left: { readonly by: string; readonly result: Promise<Result> } | undefined;
  return (caller, compute) => {
    if (left !== undefined && left.by !== caller) {
      const { result } = left;
      left = undefined;
      return result;
    }
    const computed = { by: caller, result: compute() };
    left = computed;
    const drop = (): void => void setImmediate(() => (left = left === computed ? undefined : left));
    computed.result.then(drop, drop);
    return computed.result;
  };
}
