/** Who writes the app roles of an account's application. An application has one mode, never both. */
export const RoleMode = {
  /** The program writes them, from ARNs that it computes: everything is there after one `pulumi up`. */
  Declared: "declared",
  /**
   * Entra's provisioning service reads the account's roles with an IAM user's key and writes them; the first cycle takes
   * about 40 minutes, and a second `pulumi up` assigns the groups.
   */
  Imported: "imported",
} as const;
export type RoleMode = (typeof RoleMode)[keyof typeof RoleMode];
