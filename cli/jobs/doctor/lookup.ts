/** What looking up gives: what there is, or why it is not known. */
export type Lookup<Found> = { readonly found: Found } | { readonly unknown: string };

/**
 * Looks something up, and takes a refusal for an answer.
 *
 * @param what the call, in the cloud's name for it
 * @param absent what stands for a refusal that says that there is none
 */
export async function lookUp<Found>(
  what: string,
  read: () => Promise<Found>,
  absent?: { readonly when: (error: Error) => boolean; readonly value: Found },
): Promise<Lookup<Found>> {
  try {
    return { found: await read() };
  } catch (error) {
    if (!(error instanceof Error) || error.name === "AbortError") throw error;
    if (absent?.when(error) === true) return { found: absent.value };
    return { unknown: `${what}: ${error.message}` };
  }
}
