import type { PolicyDocument } from "#core/aws/policy";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";

/** What is true outside of the stack, handed in by whoever runs the rules. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What AWS documents of its actions, at least for the services that the stack's documents name. */
  readonly services: ServiceAuthorizationReference;
  /** The document of a managed policy of AWS by ARN; nothing where it is not known. */
  readonly managedPolicyDocument: (arn: string) => PolicyDocument | undefined;
}
