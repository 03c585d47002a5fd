/** Kleene's third truth value, with the condition keys that it hangs on. */
export interface UnknownTruth {
  readonly unknownKeys: readonly string[];
}

export type Truth = boolean | UnknownTruth;

export function not(truth: Truth): Truth {
  return typeof truth === "boolean" ? !truth : truth;
}

/** False as soon as one is false, whatever is unknown beside it. */
export function every<Item>(items: Iterable<Item>, test: (item: Item) => Truth): Truth {
  return fold(items, test, false);
}

/** True as soon as one is true, whatever is unknown beside it. */
export function some<Item>(items: Iterable<Item>, test: (item: Item) => Truth): Truth {
  return fold(items, test, true);
}

function fold<Item>(items: Iterable<Item>, test: (item: Item) => Truth, decisive: boolean): Truth {
  const unknownKeys = new Set<string>();
  for (const item of items) {
    const truth = test(item);
    if (truth === decisive) return decisive;
    if (typeof truth !== "boolean") truth.unknownKeys.forEach((key) => unknownKeys.add(key));
  }
  return unknownKeys.size > 0 ? { unknownKeys: [...unknownKeys] } : !decisive;
}
