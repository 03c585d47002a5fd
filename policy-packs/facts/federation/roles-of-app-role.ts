import { federatedRolesByResource } from "./federated-roles";
import { resourcesByArn } from "./resources-by-arn";
import { resourceTypes } from "./resource-types";
import type { AppRoleFact } from "./app-roles";
import type { StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";

/**
 * The roles of the stack that an app role leads to: one, or none where the role is of another stack. Several where a
 * preview cannot tell roles apart that have one name in several accounts.
 */
export function rolesOfAppRole(stack: StackFacts, { leadsTo, resource }: AppRoleFact): readonly StackResource[] {
  if (leadsTo.kind !== "aws") return [];
  const { roleArn, samlProviderArn } = leadsTo;
  const alike = resourcesByArn(stack, resourceTypes.role, roleArn);
  if (alike.length < 2) return alike;
  const source = stack.target(resource, "value", resourceTypes.role, "arn");
  if (source !== undefined && alike.includes(source)) return [source];
  const trusting = alike.filter((role) =>
    federatedRolesByResource(stack)
      .get(role)
      ?.providers.some(({ arn }) => arn === samlProviderArn),
  );
  return trusting.length === 1 ? trusting : alike;
}
