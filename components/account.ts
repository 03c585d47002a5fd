/** The separate worlds of AWS: an ARN, a sign-in endpoint and an account belong to one of them. */
export const Partition = {
  /** The commercial regions. */
  Aws: "aws",
  /** AWS GovCloud (US). */
  AwsUsGov: "aws-us-gov",
  /** AWS in China. */
  AwsCn: "aws-cn",
} as const;
export type Partition = (typeof Partition)[keyof typeof Partition];

/** The AWS account that people sign in to. Plain data: ARNs and names are computed from it, so that a preview shows them. */
export interface AccountArgs {
  /** The account id: 12 digits. */
  id: string;
  /** The account's short name, part of the names of groups, application and policies; letters, digits and `+=,.@_-`. */
  name: string;
  /**
   * The partition of the account.
   * @default Partition.Aws
   */
  partition?: Partition;
}
