/** What a token's issuer puts into a token that says for whom it is and who has it. */
export interface Issuer {
  readonly name: string;
  /** Of the provider's URL, without `https://`. */
  readonly url: RegExp;
  /** Condition keys, without the issuer's prefix where they begin with a colon; of each list one has to be demanded. */
  readonly demanded: readonly (readonly string[])[];
  /** The form of a subject that names one workload; whole subjects, whose wildcards may only be where it lets them. */
  readonly subject?: { readonly form: RegExp; readonly wanted: string };
}

const audienceAndSubject: Issuer["demanded"] = [[":aud"], [":sub"]];

/**
 * Issuers whose tokens have a form of their own.
 *
 * Sources: https://docs.github.com/en/actions/reference/security/oidc;
 * https://docs.gitlab.com/ci/cloud_services/aws/;
 * https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration;
 * https://learn.microsoft.com/en-us/azure/sentinel/connect-aws-configure-environment;
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html.
 */
const issuers = [
  {
    name: "GitHub Actions",
    url: /^token\.actions\.githubusercontent\.com(\/|$)/,
    demanded: audienceAndSubject,
    subject: { form: /^repo:[^:/*?]+\/[^:/*?]+:.+$/, wanted: "repo:<organisation>/<repository>:…" },
  },
  {
    name: "GitLab",
    url: /^gitlab\.com$/,
    demanded: audienceAndSubject,
    subject: { form: /^project_path:[^:/*?]+\/.*[^:/*?].*:.+$/, wanted: "project_path:<group>/<project>:…" },
  },
  {
    name: "HCP Terraform",
    url: /^app\.terraform\.io$/,
    demanded: audienceAndSubject,
    subject: { form: /^organization:[^:*?]+:project:.+$/, wanted: "organization:<organisation>:project:…" },
  },
  // Microsoft's connectors are told apart by session name: the subject is an object id of Microsoft's own tenant.
  { name: "Microsoft Entra ID", url: /^sts\.windows\.net\//, demanded: [[":aud"], [":sub", "sts:rolesessionname"]] },
  {
    name: "Amazon Cognito",
    url: /^cognito-identity\.amazonaws\.com$/,
    demanded: [[":aud"], [":amr", ":sub"]],
  },
  { name: "Login with Amazon", url: /^www\.amazon\.com$/, demanded: [[":app_id"]] },
  { name: "Facebook", url: /^graph\.facebook\.com$/, demanded: [[":app_id"]] },
  { name: "Google", url: /^accounts\.google\.com$/, demanded: [[":aud", ":oaud"], [":sub"]] },
] as const satisfies readonly Issuer[];

const any: Issuer = { name: "", url: /^/, demanded: audienceAndSubject };

/** The row of an issuer; one without a row of its own has an audience and a subject, and no name. */
export function issuerAt(url: string): Issuer {
  const every: readonly Issuer[] = issuers;
  return every.find((issuer) => issuer.url.test(url)) ?? any;
}
