/** A request of the AWS Query protocol: a form whose `Action` names the operation. */
export interface QueryRequest {
  readonly action: string;
  readonly version: string;
  /** Every other field as it was sent, lists still flat: `PolicyArns.member.1.arn`. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Reads the form of a Query request.
 *
 * @returns nothing when the form names no action
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function parseQuery(form: string): QueryRequest | undefined {
  const parameters = new Map(new URLSearchParams(form));
  const action = parameters.get("Action");
  if (action === undefined || action === "") return undefined;
  const version = parameters.get("Version") ?? "";
  parameters.delete("Action");
  parameters.delete("Version");
  return { action, version, parameters };
}

/** The entries of a list parameter in order: `name.member.1`, or `name.member.1.field` where a field is named. */
export function listParameter(parameters: ReadonlyMap<string, string>, name: string, field?: string): string[] {
  const values: string[] = [];
  for (let index = 1; ; index += 1) {
    const entry = `${name}.member.${index}`;
    const value = parameters.get(field === undefined ? entry : `${entry}.${field}`);
    if (value === undefined) return values;
    values.push(value);
  }
}
