/** A value that is made when it is first asked for: most of a policy never is. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** One value a key, made when it is first asked for. */
export function onceEach<Key, Value>(make: (key: Key) => Value, keyOf: (key: Key) => string): (key: Key) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const name = keyOf(key);
    const known = made.get(name);
    if (known !== undefined || made.has(name)) return known as Value;
    const value = make(key);
    made.set(name, value);
    return value;
  };
}
