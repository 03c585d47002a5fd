import { shown } from "#core/problems";
import {
  coversAction,
  demandedValues,
  issuerOf,
  trustedPrincipals,
  type TrustedPrincipal,
  type TrustStatement,
} from "../../facts";
import { judgeTrust, type TrustFault } from "../judge-trust";
import type { RuleOption, StackRule } from "../rule";
import { issuerAt } from "../../facts/trust";

/** By which action each kind of identity provider lets in. */
const actions = {
  "SAML provider": "sts:AssumeRoleWithSAML",
  "OIDC provider": "sts:AssumeRoleWithWebIdentity",
} as const;

type ProviderKind = keyof typeof actions;

export const trustFederated: StackRule<{ wholeOrganisations: RuleOption<boolean> }> = {
  kind: "stack",
  id: "trust-federated",
  title: "A federated trust policy fits its identity provider and says whose tokens it takes",
  severity: "high",
  why: "An OIDC provider such as GitHub's signs tokens for everybody who has an account there. A trust policy that does not demand the audience and the subject takes them all; one whose action is not the provider's lets in nobody and hides that it does.",
  fix: "Use sts:AssumeRoleWithSAML for a SAML provider and sts:AssumeRoleWithWebIdentity for an OIDC provider, and demand the audience and the subject with StringEquals.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html",
    "https://docs.github.com/en/actions/reference/security/oidc",
  ],
  frameworks: ["NIST 800-53 IA-8"],
  options: {
    wholeOrganisations: {
      description: "Whether a subject may leave the repository or project open, as repo:contoso/*.",
      default: false,
    },
  },
  judge: (stack, { wholeOrganisations }) =>
    judgeTrust(stack, (trust) => [
      ...actionFaults(trust),
      ...trustedPrincipals(trust.statement.Principal)
        .filter(({ kind }) => kind === "OIDC provider")
        .flatMap((provider) => tokenFaults(provider, trust, wholeOrganisations)),
    ]),
};

/** Provider and action have to be of one kind. */
function actionFaults({ statement }: TrustStatement): readonly TrustFault[] {
  const named = trustedPrincipals(statement.Principal);
  if (named.some(({ kind }) => kind === "anybody")) return [];
  const kinds = Object.keys(actions) as ProviderKind[];
  const faults = kinds.flatMap((kind): readonly string[] => {
    const providers = named.filter((principal) => principal.kind === kind);
    const action = actions[kind];
    if (providers.length > 0 && !coversAction(statement, action)) {
      return providers.map(
        ({ text }) => `the trust policy names the ${kind} ${shown(text)} and does not allow ${action}`,
      );
    }
    const names = (statement.Action ?? []).some((each) => each.toLowerCase() === action.toLowerCase());
    return providers.length === 0 && names ? [`the trust policy allows ${action} and names no ${kind}`] : [];
  });
  const strangers = named.filter(({ kind }) => kind === "other").filter(({ text }) => isFederated(statement, text));
  return [
    ...faults,
    ...strangers.map(({ text }) => `the trust policy names ${shown(text)}, which is no SAML or OIDC provider`),
  ].map((message) => ({ message }));
}

function isFederated({ Principal }: TrustStatement["statement"], text: string): boolean {
  return typeof Principal === "object" && (Principal.Federated ?? []).includes(text);
}

/** What a trust policy has to demand of a token. */
function tokenFaults(
  provider: TrustedPrincipal,
  { statement }: TrustStatement,
  wholeOrganisations: boolean,
): readonly TrustFault[] {
  if (!coversAction(statement, actions["OIDC provider"])) return [];
  const url = issuerOf(provider);
  const { name, demanded, subject } = issuerAt(url);
  const full = (key: string): string => (key.startsWith(":") ? `${url}${key}` : key);
  const element = "Condition";
  const faults = demanded
    .filter((keys) => keys.every((key) => demandedValues(statement.Condition, full(key).toLowerCase()) === undefined))
    .map((keys) => ({
      element,
      message: `the trust policy takes tokens of ${name || shown(url)} without demanding ${keys.map(full).map(shown).join(" or ")}`,
    }));
  const wrong = (demandedValues(statement.Condition, full(":sub").toLowerCase()) ?? []).filter(
    (value) => subject !== undefined && !subject.form.test(wholeOrganisations ? named(value) : value),
  );
  return [
    ...faults,
    ...wrong.map((value) => ({
      element,
      message: `the trust policy takes tokens of ${name} with the subject ${shown(value)}, which is not of the form ${subject?.wanted ?? ""}`,
    })),
  ];
}

/** `repo:contoso/*` as if it named a repository. */
function named(subject: string): string {
  return subject.replace(/\/\*(:|$)/, "/any:any").replace(/^(organization:[^:*?]+):\*$/, "$1:project:any");
}
