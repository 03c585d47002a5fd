/** AWS said no, or nothing at all; `code` is its error's name, or the network's. */
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
