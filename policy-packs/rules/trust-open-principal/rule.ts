import { shown } from "#core/problems";
import { demandedValues, demandsAny, trustedPrincipals, type TrustedPrincipal, type TrustStatement } from "../../facts";
import { judgeTrust, type TrustFault } from "../judge-trust";
import type { RuleOption, StackRule } from "../rule";

/** Condition keys that say who the caller is, or for whom a service calls. */
const callerKeys = [
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:userid",
] as const;

/** What makes an account's root, which is all of its principals, less than everybody there. */
const keysWithinAccount = [...callerKeys, "sts:externalid", "aws:principaltype", "aws:username"];

export const trustOpenPrincipal: StackRule<{ trustedAccounts: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "trust-open-principal",
  title: "A trust policy names who may assume the role",
  severity: "critical",
  why: "Whoever fits a trust policy gets the role's permissions. A wildcard lets in every account of AWS, an account's root everybody there who has sts:AssumeRole, and NotPrincipal or NotAction everything that nobody thought of.",
  fix: "Name the roles, the services or the identity provider by ARN in Principal, and the one action by which they come in Action.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  frameworks: ["AWS Foundational Security Best Practices IAM.21", "NIST 800-53 AC-6"],
  options: {
    trustedAccounts: {
      description: "Ids of accounts whose root may be trusted: there, who may assume the role is decided well.",
      default: [],
      expected: (ids) =>
        ids.every((id) => /^\d{12}$/.test(id)) ? undefined : "a list of account ids of twelve digits",
    },
  },
  judge: (stack, { trustedAccounts }) =>
    judgeTrust(stack, (trust) => [
      ...(trust.statement.NotPrincipal ? [notPrincipal] : []),
      ...principalFaults(trust, trustedAccounts),
      ...actionFaults(trust),
    ]),
};

const notPrincipal: TrustFault = {
  element: "NotPrincipal",
  message: "the trust policy lets in everybody but those whom NotPrincipal names",
};

function principalFaults({ statement }: TrustStatement, trusted: readonly string[]): readonly TrustFault[] {
  return trustedPrincipals(statement.Principal).flatMap((principal): readonly TrustFault[] => {
    const message = faultOf(principal, statement, trusted);
    return message === undefined ? [] : [{ element: "Principal", message }];
  });
}

function faultOf(
  { kind, text, accountId = "" }: TrustedPrincipal,
  { Condition: condition }: TrustStatement["statement"],
  trusted: readonly string[],
): string | undefined {
  if (kind === "anybody") {
    return saysWho(condition) ? undefined : "the trust policy lets in everybody, and no condition says who or for whom";
  }
  if (/[*?]/.test(text)) {
    return `the trust policy names ${shown(text)}: AWS takes no wildcard within a principal, so this lets in nobody, or more than is meant`;
  }
  if (kind !== "account" || trusted.includes(accountId) || demandsAny(condition, keysWithinAccount)) return undefined;
  return `the trust policy lets in everybody in account ${accountId} who is allowed sts:AssumeRole there`;
}

/** An ARN with any account in it is one that everybody can make in an account of their own. */
function saysWho(condition: TrustStatement["statement"]["Condition"]): boolean {
  return callerKeys.some((key) =>
    demandedValues(condition, key)?.every((value) => !/^arn:[^:]*:[^:]*:[^:]*:[^:]*[*?]/.test(value)),
  );
}

function actionFaults({ statement: { Action = [], NotAction } }: TrustStatement): readonly TrustFault[] {
  if (NotAction !== undefined) {
    return [{ element: "NotAction", message: `the trust policy allows every action but ${shown(NotAction)}` }];
  }
  return Action.filter((action) => /[*?]/.test(action)).map((action) => ({
    element: "Action",
    message: `the trust policy allows ${shown(action)}, which are all ways at once to take the role, and session tags with them`,
  }));
}
