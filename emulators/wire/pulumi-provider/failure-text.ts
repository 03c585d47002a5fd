import { CloudError } from "#emulators/wire/errors";

/** What a person reads when a cloud refuses, or the emulation itself fails, while it works on `subject`. */
export function failureText(subject: string, error: unknown): string {
  if (error instanceof CloudError) return `${subject}: ${error.code}: ${error.message}`;
  return `${subject}: internal error of the emulated cloud: ${error instanceof Error ? error.message : String(error)}`;
}

/** Names a resource by its type and logical name. */
export function subjectOf(urn: string): string {
  return `${resourceType(urn)} ${logicalName(urn)}`;
}

/** The last type of a URN's chain of parents: `aws:iam/role:Role`. */
export function resourceType(urn: string): string {
  const [, , chain = ""] = urn.split("::");
  return chain.slice(chain.lastIndexOf("$") + 1);
}

/** The logical name at the end of a URN, which can itself contain the separator. */
export function logicalName(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
