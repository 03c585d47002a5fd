/** What the engine says last when something failed, or a policy was violated. It names no fault itself. */
const closing = /^(?:error: )?(?:preview|update) failed\s*$/;

/** Why a run did not see all of its stack, in the engine's words; a violated policy does not keep it from that. */
export function previewFault(
  diagnostics: readonly { readonly severity: string; readonly message: string }[],
): string | undefined {
  const fault = diagnostics.find(({ severity, message }) => severity === "error" && !closing.test(message));
  return fault?.message.trim().replace(/^error: /, "");
}
