import { matchesAction, matchesWildcard, parsePattern } from "#core/aws/authorization";
import type { Statement } from "#core/aws/policy";
import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import { pointedTo, resourceTypes } from "../../facts/federation";
import { principals, type PolicyOfPrincipal, type PrincipalFact } from "../../facts/iam";
import type { RuleOption, RuleSettings, StackRule, Verdict } from "../rule";

interface Options extends Record<string, RuleOption> {
  readonly provisioningUsers: RuleOption<readonly string[]>;
}

const listRoles = "iam:ListRoles";

export const federationProvisioningUser: StackRule<Options> = {
  kind: "stack",
  id: "federation-provisioning-user",
  title: "The user whose key Entra's role import holds may list roles and nothing else",
  severity: "high",
  why: "The key of this user leaves the account: it lies in Entra's provisioning service, never ends by itself, and works from everywhere without MFA. Whatever the user may do beyond listing roles, whoever gets at that key may do.",
  fix: "Give the user one policy that allows iam:ListRoles on * and nothing else; take everything else away, and let other programs have users of their own.",
  references: ["https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial"],
  frameworks: [],
  options: {
    provisioningUsers: {
      description:
        "Names of provisioning users beside those whose key the stack hands to Entra; * stands for any text.",
      default: ["Svc-EntraProvisioning-*"],
    },
  },
  judge(stack, settings) {
    const handedOver = usersOfSecrets(stack);
    return principals(stack)
      .filter((principal) => isProvisioning(principal, handedOver, settings))
      .flatMap(judgeUser);
  },
};

/** Users, by resource or by name, with an access key that a secret of Entra's provisioning is computed from. */
function usersOfSecrets(stack: StackFacts): ReadonlySet<StackResource | string> {
  const keys = stack
    .ofType(resourceTypes.synchronizationSecret)
    .flatMap((secret) =>
      (secret.propertyDependencies.get("credentials") ?? [])
        .flatMap((urn) => stack.withUrn(urn) ?? [])
        .filter(({ type }) => type === resourceTypes.accessKey),
    );
  return new Set(
    keys.flatMap((key): readonly (StackResource | string)[] => {
      const user = pointedTo(stack, key, "user", [["aws:iam/user:User", "name"]]);
      if (user !== undefined) return [user];
      const name = key.read("user");
      return name.kind === "known" && typeof name.value === "string" ? [name.value] : [];
    }),
  );
}

function isProvisioning(
  { kind, name, resource }: PrincipalFact,
  handedOver: ReadonlySet<StackResource | string>,
  { provisioningUsers }: RuleSettings<Options>,
): boolean {
  if (kind !== "user") return false;
  if (handedOver.has(resource) || (name !== undefined && handedOver.has(name))) return true;
  return name !== undefined && provisioningUsers.some((pattern) => matchesWildcard(parsePattern(pattern), name));
}

function judgeUser(user: PrincipalFact): readonly Verdict[] {
  const noun = `the provisioning user ${shown(user.name ?? user.resource.name)}`;
  const more = user.policies.flatMap((policy) => judgePolicy(policy, noun));
  if (more.length > 0 || mayListRoles(user)) return more;
  // Only a user of this stack has all of its policies here.
  if (!user.declared) return [];
  const message = `${noun} may not list roles, so the import of roles finds none`;
  return [{ outcome: "violation", resource: user.resource, message }];
}

function judgePolicy({ document, resource, property, arn }: PolicyOfPrincipal, noun: string): readonly Verdict[] {
  if (document === "unknown") {
    if (arn?.includes(":iam::aws:policy/") === true) {
      const message = `${noun} has the policy ${shown(arn)}, which allows more than ${listRoles}`;
      return [{ outcome: "violation", resource, property, message }];
    }
    const message = `what ${noun} may do is not known: the document of one of its policies is not`;
    return [{ outcome: "undetermined", resource, property, message, remedy: showTheDocument }];
  }
  const excess = document.Statement.map(excessOf).find((action) => action !== undefined);
  if (excess === undefined) return [];
  const message = `${noun} is allowed ${excess}, not ${listRoles} alone`;
  return [{ outcome: "violation", resource, property, message }];
}

const showTheDocument = "Build the policy in this stack, from values that are known before the update.";

/** What a statement allows beyond the one action. */
function excessOf({ Effect, Action = [], NotAction }: Statement): string | undefined {
  if (Effect === "Deny") return undefined;
  if (NotAction !== undefined) return `everything but ${shown(NotAction)}`;
  const other = Action.find((action) => action.toLowerCase() !== listRoles.toLowerCase());
  return other === undefined ? undefined : shown(other);
}

function mayListRoles({ policies }: PrincipalFact): boolean {
  const statements = policies.flatMap(({ document }) => (document === "unknown" ? [] : document.Statement));
  const concerned = statements.filter(coversListRoles);
  const allowed = concerned.some(({ Effect, Resource = [] }) => Effect === "Allow" && Resource.includes("*"));
  return allowed && !concerned.some(({ Effect, Condition }) => Effect === "Deny" && Condition === undefined);
}

function coversListRoles({ Action = [], NotAction }: Statement): boolean {
  const matches = (pattern: string): boolean => matchesAction(pattern, listRoles);
  return NotAction === undefined ? Action.some(matches) : !NotAction.some(matches);
}
