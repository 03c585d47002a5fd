const tutorial = "https://learn.microsoft.com/entra/identity/saas-apps/amazon-web-service-tutorial";
const addedAction = "reported: MicrosoftDocs/azure-docs#17151, #28815, #51322";

/**
 * Why Entra's role import leaves a role out. Entra itself gives no reason, so codes and wording are ours;
 * `{name}` stands for what was found.
 */
export const importObstacles = {
  "partition-without-import": {
    message: "roles of partition {partition} cannot be imported",
    remedy: "use declared roles in this partition",
    source: tutorial,
  },
  "not-a-role": {
    message: "{arn} is not the ARN of a role",
    remedy: "give the role's ARN as IAM shows it",
    source: tutorial,
  },
  "trust-policy-malformed": {
    message: "the trust policy cannot be read: {fault}",
    remedy: "replace the trust policy by one with a single Allow statement for sts:AssumeRoleWithSAML",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  },
  "no-saml-provider": {
    message: "the trust policy names no SAML provider",
    remedy: "nothing, unless people are to sign in to this role: then trust the account's SAML provider",
    source: tutorial,
  },
  "several-saml-providers": {
    message: "the trust policy names {count} SAML providers: {providers}",
    remedy: "leave exactly one SAML provider in the trust policy",
    source: tutorial,
  },
  "several-statements": {
    message: "the trust policy has {count} statements",
    remedy: "leave one Allow statement; give what the others admit a role of its own",
    source: addedAction,
  },
  "deny-statement": {
    message: "the trust policy's statement is a Deny",
    remedy: "make it one Allow statement",
    source: addedAction,
  },
  "other-principals": {
    message: "the trust policy also names principals that are no SAML provider: {principals}",
    remedy: "leave the SAML provider alone in the trust policy; give the others a role of their own",
    source: `${tutorial}; whether such a role is skipped is not known, so it is taken for skipped`,
  },
  "several-actions": {
    message: "the trust policy allows {count} actions: {actions}",
    remedy:
      "allow sts:AssumeRoleWithSAML alone; session tags and source identity need an action more, and so declared roles",
    source: addedAction,
  },
  "other-action": {
    message: "the trust policy allows {actions}, which is not sts:AssumeRoleWithSAML by name",
    remedy: "allow sts:AssumeRoleWithSAML by its full name",
    source: addedAction,
  },
  "arns-too-long": {
    message: "the ARNs of role and SAML provider have {length} characters together, at most {limit} are taken",
    remedy: "shorten the role's name or path, or the SAML provider's name",
    source: `${tutorial}, known limitations`,
  },
} as const satisfies Record<string, { message: string; remedy: string; source: string }>;

export type ImportObstacle = keyof typeof importObstacles;
