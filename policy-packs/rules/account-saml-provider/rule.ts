import { trustedPrincipals, trustPolicies, trustStatements, type DocumentFact } from "../../facts";
import type { StackRule, Verdict } from "../rule";

export const accountSamlProvider: StackRule = {
  kind: "stack",
  id: "account-saml-provider",
  title: "The account has a SAML provider for people to sign in by",
  severity: "medium",
  scope: "account",
  why: "Without an identity provider people come to the account by IAM users or by its root, whose passwords no leaver's process ends and no Conditional Access policy sees.",
  fix: "Make a SAML provider from the metadata of the enterprise application, and federated roles that trust it.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html",
    "https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial",
  ],
  frameworks: ["CIS AWS 5.0.0 1.20"],
  options: {},
  judge(stack) {
    if (federating.some((type) => stack.ofType(type).length > 0)) return [];
    const trusts = trustPolicies(stack);
    if (trusts.some(namesSamlProvider)) return [];
    const open = trusts.flatMap(({ resource, reading }): readonly Verdict[] =>
      reading.kind === "unknown"
        ? [{ outcome: "undetermined", resource, property: reading.property, message, remedy }]
        : [],
    );
    return open.length > 0 ? open : [{ outcome: "violation", message: missing }];
  },
};

/** A permission set is a role of IAM Identity Center, which has its own identity provider. */
const federating: readonly string[] = ["aws:iam/samlProvider:SamlProvider", "aws:ssoadmin/permissionSet:PermissionSet"];

/** Then the provider is there already, and another stack's. */
function namesSamlProvider(policy: DocumentFact): boolean {
  return trustStatements(policy).some(({ statement }) =>
    trustedPrincipals(statement.Principal).some(({ kind }) => kind === "SAML provider"),
  );
}

const missing = "the stack declares the account's scope, has no SAML provider, and no role trusts one";
const message = "the stack has no SAML provider, and whether this role trusts one is known only after the update";
const remedy = "Write the SAML provider's ARN from account id and name, so that the trust policy is known.";
