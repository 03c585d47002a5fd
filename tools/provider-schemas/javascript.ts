/** The token that the SDK registers a resource by; a provider's own is the bare package name. */
export function pulumiType(javascript: string): string {
  const token = /static __pulumiType = '([^']+)'/.exec(javascript)?.[1];
  if (token === undefined) throw new Error("no __pulumiType in the SDK's JavaScript");
  return token;
}

/** Inputs without which the SDK's constructor throws. */
export function missingRequired(javascript: string): ReadonlySet<string> {
  return captures(javascript, /Missing required property '(\w+)'/g);
}

/** Inputs that the SDK makes secret before they are sent. */
export function secretInputs(javascript: string): ReadonlySet<string> {
  return captures(javascript, /resourceInputs\["(\w+)"\] = [^;\n]*pulumi\.secret\(/g);
}

/** Outputs that the SDK asks the engine to keep secret. */
export function secretOutputs(javascript: string): ReadonlySet<string> {
  const [, list = ""] = /additionalSecretOutputs: \[([^\]]*)\]/.exec(javascript) ?? [];
  return captures(list, /"(\w+)"/g);
}

function captures(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}
