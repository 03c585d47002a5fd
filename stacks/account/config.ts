import { error, hasErrors, InvalidArguments, type Problem, shown, under } from "#core/problems";
import { AccountFederation, type AccountFederationArgs, TestUser, type TestUserArgs } from "entra-aws";
import { type AccountConfig, accountSchema, passwordsSchema } from "./config-schema";
import { shapeProblems, withoutUnknownKeys } from "./shape-problems";

/** What the stack makes; the members stand as user principal names, for which object ids are still to be found. */
export interface AccountStack {
  /** The federation, its roles without members. */
  federation: AccountFederationArgs;
  /** Role → user principal names. */
  members: Record<string, string[]>;
  testUsers: { key: string; args: TestUserArgs }[];
}

/** What the stack reads, as the engine hands it over. */
export interface GivenConfig {
  /** `entra-aws:account` */
  account: unknown;
  /** `entra-aws:testUserPasswords`, a secret */
  testUserPasswords: unknown;
  /** `azuread:tenantId` */
  tenantId: string | undefined;
}

/**
 * Checks the whole config and makes the components' arguments of it. Pure, but for the date in `problemsOf`.
 * @throws InvalidArguments with every problem at once.
 */
export function accountStack(given: GivenConfig): AccountStack {
  if (given.account === undefined) throw new InvalidArguments("account stack", "entra-aws:account", [missingConfig]);
  const shape = [
    ...shapeProblems(accountSchema, given.account),
    ...under("testUserPasswords", secretShapeProblems(given.testUserPasswords)),
  ];
  const config = accountSchema.safeParse(withoutUnknownKeys(accountSchema, given.account));
  const passwords = passwordsSchema.safeParse(given.testUserPasswords ?? {});
  if (!config.success || !passwords.success) throw new InvalidArguments("account stack", "entra-aws:account", shape);

  const stack = stackOf(config.data, passwords.data, given.tenantId);
  const problems = [...shape, ...tenantProblems(config.data, given.tenantId), ...stackProblems(stack, passwords.data)];
  if (hasErrors(problems)) throw new InvalidArguments("account stack", "entra-aws:account", problems);
  return stack;
}

const missingConfig: Problem = error({
  code: "config-missing",
  property: "entra-aws:account",
  given: "nothing",
  expected: "the account, its roles and who may take them, as one object",
  remedy: "take Pulumi.account1.yaml for a model: copy it to Pulumi.<stack>.yaml and put in your own values",
});

// The values are secrets: only their kind is told.
function secretShapeProblems(passwords: unknown): Problem[] {
  return shapeProblems(passwordsSchema, passwords ?? {}).map((problem) => ({ ...problem, given: "something else" }));
}

function stackOf(config: AccountConfig, passwords: Record<string, string>, tenantId: string | undefined): AccountStack {
  const { testUsers = {}, roles, ...federation } = config;
  const settings = Object.entries(roles).map(([key, { members: _members, inlinePolicies, ...role }]) => {
    // A role that is there already takes not even an empty list.
    if (inlinePolicies === undefined) return [key, role] as const;
    const documents = Object.entries(inlinePolicies).map(([name, document]) => [name, asJson(document)] as const);
    return [key, { ...role, inlinePolicies: Object.fromEntries(documents) }] as const;
  });
  return {
    federation: { ...federation, tenantId: federation.tenantId ?? tenantId ?? "", roles: Object.fromEntries(settings) },
    members: Object.fromEntries(Object.entries(roles).map(([key, { members = [] }]) => [key, members])),
    testUsers: Object.entries(testUsers).map(([key, user]) => ({
      key,
      // A user who is there already has a name and a password.
      args:
        user.existingObjectId === undefined
          ? { displayName: key, ...user, password: passwordOf(key, passwords) ?? "" }
          : { ...user, password: passwordOf(key, passwords) },
    })),
  };
}

function asJson(document: string | object): string {
  return typeof document === "string" ? document : JSON.stringify(document);
}

function passwordOf(key: string, passwords: Record<string, string>): string | undefined {
  return Object.hasOwn(passwords, key) ? passwords[key] : undefined;
}

function tenantProblems({ tenantId }: AccountConfig, ofProvider: string | undefined): Problem[] {
  if (tenantId === undefined || ofProvider === undefined) return [];
  if (tenantId.toLowerCase() === ofProvider.toLowerCase()) return [];
  const given = `${shown(tenantId)} beside ${shown(ofProvider)} in azuread:tenantId`;
  return [error({ code: "tenants-differ", property: "tenantId", given, expected: "one tenant" })];
}

function stackProblems(stack: AccountStack, passwords: Record<string, string>): Problem[] {
  return [
    ...AccountFederation.problemsOf(withPlaceholders(stack)),
    ...repeatedMembersProblems(stack.members),
    ...stack.testUsers.flatMap(({ key, args }) => testUserProblems(key, args, passwords)),
    ...Object.keys(passwords)
      .filter((key) => !stack.testUsers.some((user) => user.key === key))
      .map(strayPassword),
  ];
}

// Object ids are the cloud's to know; the names that members go by can be judged now.
function withPlaceholders({ federation, members }: AccountStack): AccountFederationArgs {
  const someone = "00000000-0000-4000-8000-000000000000";
  const roles = Object.entries(federation.roles).map(([key, role]) => {
    const named = (members[key] ?? []).map((member) => [member, someone] as const);
    return [key, { ...role, members: Object.fromEntries(named) }] as const;
  });
  return { ...federation, roles: Object.fromEntries(roles) };
}

function repeatedMembersProblems(members: AccountStack["members"]): Problem[] {
  return Object.entries(members).flatMap(([role, names]) => {
    const lower = names.map((name) => name.toLowerCase());
    return names.flatMap((name, index) => {
      const property = `roles.${role}.members[${index}]`;
      if (!name.includes("@")) {
        const expected = "a user principal name: name@domain";
        return [error({ code: "member-malformed", property, given: shown(name), expected })];
      }
      if (lower.indexOf(name.toLowerCase()) === index) return [];
      return [error({ code: "member-repeated", property, given: shown(name), expected: "each member once" })];
    });
  });
}

function testUserProblems(key: string, args: TestUserArgs, passwords: Record<string, string>): Problem[] {
  const passwordOfKey = `testUserPasswords.${key}`;
  const problems = under(`testUsers.${key}`, TestUser.problemsOf(args)).map((problem) =>
    problem.property === `testUsers.${key}.password` ? { ...problem, property: passwordOfKey } : problem,
  );
  if (passwordOf(key, passwords) !== undefined || args.existingObjectId !== undefined) return problems;
  const others = problems.filter(({ property }) => property !== passwordOfKey);
  return [
    ...others,
    error({
      code: "password-missing",
      property: passwordOfKey,
      given: "nothing",
      expected: `the initial password of ${shown(key)}`,
      // Only a name that means nothing to a shell stands in a command.
      remedy: `pulumi config set --secret --path 'entra-aws:testUserPasswords["${/^[\w.@-]+$/.test(key) ? key : "…"}"]'`,
    }),
  ];
}

function strayPassword(key: string): Problem {
  const expected = "passwords of users that stand in testUsers";
  return error({ code: "password-without-user", property: "testUserPasswords", given: shown(key), expected });
}
