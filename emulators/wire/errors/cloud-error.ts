/** Which cloud refused: AWS in its Query or REST protocols, or Microsoft Graph. */
export type CloudName = "aws" | "graph";

/**
 * A refusal in the words of a cloud, thrown by state transitions and shaped by each face as its protocol wants it.
 *
 * `code` and `message` are the cloud's own; `status` is the HTTP status that carries them.
 */
export class CloudError extends Error {
  readonly cloud: CloudName;
  readonly code: string;
  readonly status: number;

  constructor(refusal: { cloud: CloudName; code: string; message: string; status: number }) {
    super(refusal.message);
    this.name = "CloudError";
    this.cloud = refusal.cloud;
    this.code = refusal.code;
    this.status = refusal.status;
  }
}
