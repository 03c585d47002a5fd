/**
 * A config value as the schema judges it. Text that is no JSON stays text: Pulumi's own `getObject` would throw, and
 * repeat the value in its message, secret or not.
 */
export function configValue(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
