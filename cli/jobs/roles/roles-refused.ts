/** There is nothing to import by this stack, or not yet; the message says why and what to do. */
export class RolesRefused extends Error {
  override readonly name = "RolesRefused";
}
