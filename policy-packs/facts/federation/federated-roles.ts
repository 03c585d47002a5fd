import { parseArn, parseIamResource } from "#core/aws";
import { matchesAction } from "#core/aws/authorization";
import type { PolicyDocument, Statement } from "#core/aws/policy";
import { resourceByArn } from "./resources-by-arn";
import { resourceTypes } from "./resource-types";
import { principals, type PrincipalFact } from "../iam";
import { perStack, type StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";

/** A SAML provider that a trust policy lets people come through. */
export interface TrustedProvider {
  /** Absent where the preview does not know it. */
  readonly arn: string | undefined;
  /** Absent where it is not of this stack. */
  readonly resource: StackResource | undefined;
}

/** A role that people can take by a SAML sign-in. */
export interface FederatedRole {
  readonly principal: PrincipalFact;
  readonly resource: StackResource;
  readonly providers: readonly TrustedProvider[];
}

/** The same by the role's own resource. */
export const federatedRolesByResource = perStack(
  (stack): ReadonlyMap<StackResource, FederatedRole> =>
    new Map(federatedRoles(stack).map((role) => [role.resource, role])),
);

const signIn = "sts:AssumeRoleWithSAML";

/** The roles of the stack whose trust policy names a SAML provider. */
export const federatedRoles = perStack((stack): readonly FederatedRole[] =>
  principals(stack).flatMap((principal) => {
    const providers = providersOf(stack, principal);
    return providers.length === 0 ? [] : [{ principal, resource: principal.resource, providers }];
  }),
);

function providersOf(stack: StackFacts, { resource, trust }: PrincipalFact): readonly TrustedProvider[] {
  if (trust === undefined) return [];
  const { reading, property } = trust;
  if (reading.kind === "unknown") {
    // The document is made of the provider's ARN, which the cloud invents.
    const sources = (resource.propertyDependencies.get(property) ?? []).flatMap((urn) => stack.withUrn(urn) ?? []);
    const providers = sources.filter(({ type }) => type === resourceTypes.samlProvider);
    return providers.map((provider) => ({ arn: undefined, resource: provider }));
  }
  if (reading.kind === "malformed") return [];
  return trustedProviders(reading.document).map((arn) => ({
    arn,
    resource: resourceByArn(stack, resourceTypes.samlProvider, arn),
  }));
}

function trustedProviders({ Statement: statements }: PolicyDocument): readonly string[] {
  return [...new Set(statements.filter(allowsSignIn).flatMap(samlProvidersOf))];
}

function allowsSignIn({ Effect, Action = [], NotAction }: Statement): boolean {
  const matches = (pattern: string): boolean => matchesAction(pattern, signIn);
  return Effect === "Allow" && (NotAction === undefined ? Action.some(matches) : !NotAction.some(matches));
}

function samlProvidersOf({ Principal }: Statement): readonly string[] {
  if (Principal === undefined || Principal === "*") return [];
  return (Principal.Federated ?? []).filter((text) => {
    const arn = parseArn(text);
    return arn !== undefined && parseIamResource(arn)?.type === "saml-provider";
  });
}
