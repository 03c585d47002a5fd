import { shown } from "#core/problems";
import { memberOf, userActions } from "./aspects";
import { among, anything, type Clause, type Literal, negationOf, noneOf } from "./clause";
import { comparableId } from "./entra-id";
import type { Fields } from "./read-fields";

/**
 * What is signed in to: applications, or an action of the user, or an authentication context. Exclusions concern
 * applications only.
 */
export function applicationsClauses(conditions: Fields): readonly Clause[] {
  const applications = conditions.object("applications");
  if (applications === undefined) {
    conditions.doubt("applications", "is missing");
    return [];
  }
  const actions = applications.list("includeUserActions", userActions);
  const contexts = applications.list("includeAuthenticationContextClassReferences");
  const ofApplications = contexts.length > 0 ? contextClauses(contexts) : applicationClauses(applications);
  applications.doubtUnread();
  const action = among("userAction", actions);
  if (actions.length > 0) {
    const narrowed = ofApplications.map(({ anyOf, otherwise }) => ({ anyOf: [...anyOf, action], otherwise }));
    const noOther = {
      anyOf: [among("userAction", ["none", ...actions])],
      otherwise: `only the user action ${shown(actions[0])}`,
    };
    return ofApplications.some(({ anyOf }) => anyOf.length === 0)
      ? [{ anyOf: [action], otherwise: `only the user action ${shown(actions[0])}` }]
      : [...narrowed, noOther];
  }
  return [{ anyOf: [among("userAction", ["none"])], otherwise: "names no user action" }, ...ofApplications];
}

function contextClauses(contexts: readonly string[]): readonly Clause[] {
  const anyOf = [among("authenticationContext", contexts)];
  return [{ anyOf, otherwise: `only the authentication context ${shown(contexts[0])}` }];
}

function applicationClauses(applications: Fields): readonly Clause[] {
  const included = applications.list("includeApplications");
  const excluded = applications.list("excludeApplications");
  const filter = applications.object("applicationFilter");
  const mode = filter?.text("mode");
  const rule = filter?.text("rule");
  if (filter && (rule === undefined || (mode !== "include" && mode !== "exclude")))
    filter.doubt("rule", "cannot be read");
  filter?.doubtUnread();
  const fits = rule === undefined ? [] : [among(memberOf("applicationFilter", rule), ["yes"])];
  const anyOf = [...included.flatMap(meaning), ...(mode === "include" ? fits : [])];
  const otherwise =
    anyOf.length > 0 ? `only the applications ${listed(included, fits.length > 0)}` : "names no application";
  const excludes = (literal: Literal): string => `excludes the application ${shown(literal.values[0] ?? "All")}`;
  return [
    { anyOf, otherwise },
    ...noneOf(excluded.flatMap(meaning), excludes),
    ...(mode === "exclude" ? fits : []).map((fit) => ({
      anyOf: [negationOf(fit)],
      otherwise: `excludes the applications of the filter ${shown(rule)}`,
      excludes: true,
    })),
  ];
}

function listed(included: readonly string[], filtered: boolean): string {
  const names = included.slice(0, 3).map((name) => shown(name));
  if (included.length > 3) names.push(`${included.length - 3} more`);
  return [...names, ...(filtered ? ["of its filter"] : [])].join(", ");
}

/**
 * Applications of which it is known in which of Microsoft's suites they are.
 * @see https://learn.microsoft.com/en-us/entra/identity/conditional-access/reference-office-365-application-contents
 */
const suites: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "Office365",
    [
      "00000002-0000-0ff1-ce00-000000000000",
      "00000003-0000-0ff1-ce00-000000000000",
      "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
    ],
  ],
  ["MicrosoftAdminPortals", []],
]);

/** The suite's own name stands for any other application of it. */
function meaning(name: string): readonly Literal[] {
  if (name === "None") return [];
  if (name === "All") return [anything("application")];
  return [among("application", [comparableId(name), ...(suites.get(name) ?? [])])];
}
