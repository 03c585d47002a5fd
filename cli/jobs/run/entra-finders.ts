import { shown } from "#core/problems";
import { assignmentFinders } from "./entra-assignment-finders";
import { type Candidate, type Finder, type Inputs, neededText, textOf } from "./finder";
import { type GraphObject, type GraphReader, quoted } from "./graph-reader";
import { idIn } from "./provider-id";

/**
 * How each type of the azuread provider is found. Ids are those of the provider's imports (documentation of azuread,
 * “Import” of each resource).
 */
export const entraFinders: ReadonlyMap<string, Finder<GraphReader>> = new Map<string, Finder<GraphReader>>([
  ...assignmentFinders,
  [
    "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
    {
      describe: (inputs) => `application ${shown(textOf(inputs, "displayName"))}`,
      find: findApplications,
      shownBy: "time",
    },
  ],
  [
    "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy",
    {
      describe: (inputs) => `claims mapping policy ${shown(textOf(inputs, "displayName"))}`,
      find: async (graph, inputs) => {
        const same = await ofName(graph, "/policies/claimsMappingPolicies", inputs);
        return same.map((policy) => ({
          ...candidate(graph, `/policies/claimsMappingPolicies/${idOf(policy)}`, policy),
          isEqual: JSON.stringify(policy["definition"]) === JSON.stringify(inputs["definitions"]),
        }));
      },
      shownBy: "content",
    },
  ],
  [
    "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
    named("Conditional Access policy", "/identity/conditionalAccess/policies"),
  ],
  [
    "azuread:index/group:Group",
    {
      describe: (inputs) => `group ${shown(textOf(inputs, "displayName"))}`,
      find: async (graph, inputs) => {
        const groups = await graph.list("/groups", `displayName eq ${quoted(neededText(inputs, "displayName"))}`);
        return groups.map((group) => candidate(graph, `/groups/${idOf(group)}`, group));
      },
      shownBy: "time",
    },
  ],
  ["azuread:index/namedLocation:NamedLocation", named("named location", "/identity/conditionalAccess/namedLocations")],
  [
    "azuread:index/servicePrincipalTokenSigningCertificate:ServicePrincipalTokenSigningCertificate",
    {
      describe: (inputs) => `signing certificate ${shown(textOf(inputs, "displayName"))}`,
      find: findCertificates,
      shownBy: "time",
      // One that has left a program stays in the tenant.
      mayRepeat: true,
    },
  ],
  [
    "azuread:index/user:User",
    {
      describe: (inputs) => `user ${shown(textOf(inputs, "userPrincipalName"))}`,
      find: async (graph, inputs) => {
        const name = quoted(neededText(inputs, "userPrincipalName"));
        const select = "?$select=id,userPrincipalName,createdDateTime";
        const users = await graph.list(`/users${select}`, `userPrincipalName eq ${name}`);
        return users.map((user) => candidate(graph, `/users/${idOf(user)}`, user));
      },
      shownBy: "time",
    },
  ],
]);

function named(noun: string, collection: string): Finder<GraphReader> {
  return {
    describe: (inputs) => `${noun} ${shown(textOf(inputs, "displayName"))}`,
    find: async (graph, inputs) => {
      const same = await ofName(graph, collection, inputs);
      return same.map((object) => candidate(graph, `${collection}/${idOf(object)}`, object));
    },
    shownBy: "time",
  };
}

/** Few enough in a tenant to be listed whole: that each collection can be filtered by name is not documented. */
async function ofName(graph: GraphReader, collection: string, inputs: Inputs): Promise<GraphObject[]> {
  const all = await graph.list(collection);
  return all.filter(({ displayName }) => displayName === neededText(inputs, "displayName"));
}

async function findApplications(graph: GraphReader, inputs: Inputs): Promise<Candidate[]> {
  const filter = `displayName eq ${quoted(neededText(inputs, "displayName"))}`;
  const applications = await graph.list("/applications", filter);
  return Promise.all(
    applications.map(async (application) => {
      const filterByAppId = `appId eq ${quoted(textOf(application, "appId"))}`;
      const [principal] = await graph.list("/servicePrincipals", filterByAppId);
      const path = `/applications/${idOf(application)}`;
      const own = candidate(graph, path, application);
      const template = neededText(inputs, "templateId");
      const isWhole = principal !== undefined && sameTemplate(application, template);
      const id = `/applicationTemplates/${template}/instantiate/${idOf(application)}/${principal ? idOf(principal) : ""}`;
      // Half of one, or one of another template, is never taken for the pending one.
      return isWhole ? { ...own, id } : { id, removal: own.removal };
    }),
  );
}

/** Graph does not tell every caller which template it was; another one is another application. */
function sameTemplate(application: GraphObject, template: string): boolean {
  const told = application["applicationTemplateId"];
  return typeof told !== "string" || told.toLowerCase() === template.toLowerCase();
}

async function findCertificates(graph: GraphReader, inputs: Inputs): Promise<Candidate[]> {
  const principalId = idIn(neededText(inputs, "servicePrincipalId"));
  const principal = await graph.get(`/servicePrincipals/${encodeURIComponent(principalId)}?$select=keyCredentials`);
  const credentials = (principal?.["keyCredentials"] ?? []) as readonly GraphObject[];
  // Each certificate is a pair of credentials, of which azuread's id has the one that verifies.
  const own = credentials.filter(
    ({ usage, displayName }) => usage === "Verify" && displayName === neededText(inputs, "displayName"),
  );
  return own.map((credential) => ({
    id: `${principalId}/tokenSigningCertificate/${textOf(credential, "keyId")}`,
    ...createdAt(credential["startDateTime"]),
    removal: [
      ...["az", "ad", "sp", "credential", "delete", "--cert"],
      ...["--id", principalId, "--key-id", textOf(credential, "keyId")],
    ],
  }));
}

function candidate(graph: GraphReader, path: string, object: GraphObject): Candidate {
  return { id: path, ...createdAt(object["createdDateTime"]), removal: graph.deletion(path) };
}

function createdAt(told: unknown): Pick<Candidate, "createdAt"> {
  return typeof told === "string" ? { createdAt: new Date(told) } : {};
}

function idOf(object: GraphObject): string {
  return textOf(object, "id");
}
