/** A request of the AWS Query protocol: a form whose `Action` names the operation. */
export interface QueryRequest {
  readonly action: string;
  readonly version: string;
  /** Every other field as it was sent, lists still flat: `PolicyArns.member.1.arn`. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Names of fields that were sent more than once: which of them counts, nobody can say. */
  readonly repeated: readonly string[];
}

/**
 * Reads the form of a Query request.
 *
 * @returns nothing when the form names no action
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function parseQuery(form: string): QueryRequest | undefined {
  const fields = new URLSearchParams(form);
  const parameters = new Map(fields);
  const action = parameters.get("Action");
  if (action === undefined || action === "") return undefined;
  const version = parameters.get("Version") ?? "";
  const names = [...fields.keys()];
  const repeated = [...parameters.keys()].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  parameters.delete("Action");
  parameters.delete("Version");
  return { action, version, parameters, repeated };
}

/**
 * The entries of a list parameter in the order of their numbers: `name.member.1`, or `name.member.1.field` where a
 * field is named. A gap in the numbers loses none of them.
 */
export function listParameter(parameters: ReadonlyMap<string, string>, name: string, field?: string): string[] {
  const start = `${name}.member.`;
  const end = field === undefined ? "" : `.${field}`;
  return [...parameters]
    .flatMap(([key, value]) => {
      if (!key.startsWith(start) || !key.endsWith(end)) return [];
      const index = key.slice(start.length, key.length - end.length);
      return /^[1-9]\d{0,5}$/.test(index) ? [{ index: Number(index), value }] : [];
    })
    .sort((a, b) => a.index - b.index)
    .map(({ value }) => value);
}
