import { parseArn } from "#core/aws";
import { shown } from "#core/problems";
import {
  demandsAny,
  trustedPrincipals,
  trustStatements,
  type DocumentFact,
  type StackResource,
  type TrustedPrincipal,
} from "../../facts";
import { judgeTrust, type TrustFault } from "../judge-trust";
import type { RuleOption, StackRule } from "../rule";
import { isDeputy } from "../../facts/trust";

/** What a third party cannot choose, or what keeps strangers to the organisation out. */
const keysOfStrangers = ["sts:externalid", "aws:principalorgid", "aws:principalorgpaths"] as const;

/** For whom a service calls; services that are older than these keys give the account as external id. */
const keysOfServices = [
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "sts:externalid",
] as const;

export const trustConfusedDeputy: StackRule<{ ownAccounts: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "trust-confused-deputy",
  title: "Who takes a role for others has to say for whom",
  severity: "medium",
  why: "A company that works in many customers' accounts, or a service that acts for many customers, can be told by one customer to take the role of another. It has the right to, and only a value that the other customer cannot have tells the two apart.",
  fix: "Demand sts:ExternalId of another company's account, and aws:SourceArn or aws:SourceAccount of a service; list accounts of your own as ownAccounts.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
  ],
  frameworks: ["NIST 800-53 AC-3"],
  options: {
    ownAccounts: {
      description: "Ids of the organisation's own accounts, which need no external id.",
      default: [],
      expected: (ids) =>
        ids.every((id) => /^\d{12}$/.test(id)) ? undefined : "a list of account ids of twelve digits",
    },
  },
  judge: (stack, { ownAccounts }) =>
    judgeTrust(stack, ({ statement }, policy) => {
      const own = accountOf(policy);
      return trustedPrincipals(statement.Principal).flatMap((principal): readonly TrustFault[] => {
        if (principal.kind === "service") {
          return isDeputy(principal.text) && !demandsAny(statement.Condition, keysOfServices)
            ? [{ element: "Principal", message: ofService(principal.text) }]
            : [];
        }
        const { accountId } = principal;
        if (!isOfAccount(principal) || accountId === undefined || accountId === own) return [];
        if (ownAccounts.includes(accountId) || demandsAny(statement.Condition, keysOfStrangers)) return [];
        return [{ element: "Principal", ...ofStranger(principal.text, accountId, own) }];
      });
    }),
};

function ofService(service: string): string {
  return `the trust policy lets ${shown(service)} take the role, and demands neither aws:SourceArn nor aws:SourceAccount, which say for whom`;
}

function ofStranger(text: string, accountId: string, own: string | undefined): Omit<TrustFault, "element"> {
  if (own !== undefined) {
    return { message: `the trust policy lets in ${shown(text)} of another account, and demands no sts:ExternalId` };
  }
  return {
    outcome: "undetermined",
    message: `the trust policy lets in ${shown(text)} without sts:ExternalId; whether that is another company's account is not known`,
    remedy: `List account ${accountId} in the option “ownAccounts” if it is one of yours; if it is not, demand sts:ExternalId.`,
  };
}

function isOfAccount({ kind, accountId = "" }: TrustedPrincipal): boolean {
  return (kind === "account" || kind === "user or role") && /^\d{12}$/.test(accountId);
}

/** The role's own account: a role, its boundary and its identity providers are always of one account. */
function accountOf(policy: DocumentFact): string | undefined {
  const { resource } = policy;
  const providers = trustStatements(policy).flatMap(({ statement }) => trustedPrincipals(statement.Principal));
  const federated = providers.find(({ kind }) => kind === "SAML provider" || kind === "OIDC provider");
  return accountIn(resource, "arn") ?? accountIn(resource, "permissionsBoundary") ?? federated?.accountId;
}

function accountIn(resource: StackResource, property: string): string | undefined {
  const reading = resource.read(property);
  const arn = reading.kind === "known" && typeof reading.value === "string" ? parseArn(reading.value) : undefined;
  return arn !== undefined && /^\d{12}$/.test(arn.accountId) ? arn.accountId : undefined;
}
