/** AWS said no; `code` is its error's name. */
export class AwsRefusal extends Error {
  override readonly name = "AwsRefusal";

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
