import { shown } from "#core/problems";
import { type Candidate, type Finder, type Inputs, neededText, textOf } from "./finder";
import { type GraphObject, type GraphReader, quoted } from "./graph-reader";
import { idIn } from "./provider-id";

/** What has no name of its own but is a part of another thing, or a pair: its id says whose it is. */
export const assignmentFinders: readonly (readonly [string, Finder<GraphReader>])[] = [
  [
    "azuread:index/appRoleAssignment:AppRoleAssignment",
    {
      describe: (inputs) =>
        `assignment of ${shown(textOf(inputs, "principalObjectId"))} to app role ${shown(textOf(inputs, "appRoleId"))}`,
      find: async (graph, inputs) => {
        const assigned = part("/servicePrincipals", neededText(inputs, "resourceObjectId"), "appRoleAssignedTo");
        const isIt = (each: GraphObject): boolean =>
          isSame(each, "principalId", inputs, "principalObjectId") && isSame(each, "appRoleId", inputs, "appRoleId");
        const found = (await graph.list(assigned)).filter(isIt);
        return found.map((each) => {
          const path = `${assigned}/${textOf(each, "id")}`;
          return { id: path, removal: graph.deletion(path) };
        });
      },
      shownBy: "name",
    },
  ],
  [
    "azuread:index/applicationAppRole:ApplicationAppRole",
    {
      describe: (inputs) => `app role ${shown(textOf(inputs, "displayName"))} (${shown(textOf(inputs, "roleId"))})`,
      find: async (graph, inputs) => {
        const path = part("/applications", neededText(inputs, "applicationId"));
        const application = await graph.get(path);
        const roles = (application?.["appRoles"] ?? []) as readonly GraphObject[];
        const role = roles.find((each) => isSame(each, "id", inputs, "roleId"));
        const id = `${path}/appRoles/${neededText(inputs, "roleId")}`;
        return role === undefined ? [] : [{ id, removal: graph.deletion(id) }];
      },
      shownBy: "name",
    },
  ],
  [
    "azuread:index/applicationIdentifierUri:ApplicationIdentifierUri",
    {
      describe: (inputs) => `identifier URI ${shown(textOf(inputs, "identifierUri"))}`,
      find: async (graph, inputs) => {
        const path = part("/applications", neededText(inputs, "applicationId"));
        const application = await graph.get(path);
        const uris = (application?.["identifierUris"] ?? []) as readonly string[];
        const uri = neededText(inputs, "identifierUri");
        const id = `${path}/identifierUris/${Buffer.from(uri).toString("base64")}`;
        return uris.includes(uri) ? [{ id, removal: graph.deletion(path) }] : [];
      },
      shownBy: "name",
    },
  ],
  [
    "azuread:index/groupMember:GroupMember",
    {
      describe: (inputs) =>
        `member ${shown(textOf(inputs, "memberObjectId"))} of group ${shown(textOf(inputs, "groupObjectId"))}`,
      find: (graph, inputs) => {
        const list = part("/groups", neededText(inputs, "groupObjectId"), "members");
        const id = `${neededText(inputs, "groupObjectId")}/member/${neededText(inputs, "memberObjectId")}`;
        return references(graph, list, neededText(inputs, "memberObjectId"), id);
      },
      shownBy: "name",
    },
  ],
  [
    "azuread:index/servicePrincipal:ServicePrincipal",
    {
      describe: (inputs) => `service principal of application ${shown(textOf(inputs, "clientId"))}`,
      find: async (graph, inputs) => {
        const principals = await graph.list(
          "/servicePrincipals",
          `appId eq ${quoted(idIn(neededText(inputs, "clientId")))}`,
        );
        return principals.map((principal) => {
          const path = `/servicePrincipals/${textOf(principal, "id")}`;
          return { id: path, removal: graph.deletion(path) };
        });
      },
      shownBy: "name",
    },
  ],
  [
    "azuread:index/servicePrincipalClaimsMappingPolicyAssignment:ServicePrincipalClaimsMappingPolicyAssignment",
    {
      describe: (inputs) =>
        `claims mapping policy of service principal ${shown(idIn(textOf(inputs, "servicePrincipalId")))}`,
      find: (graph, inputs) => {
        const list = part("/servicePrincipals", neededText(inputs, "servicePrincipalId"), "claimsMappingPolicies");
        const policyId = idIn(neededText(inputs, "claimsMappingPolicyId"));
        return references(graph, list, policyId, `${list}/${policyId}`);
      },
      shownBy: "name",
    },
  ],
  [
    "azuread:index/synchronizationJob:SynchronizationJob",
    {
      describe: (inputs) =>
        `provisioning job of service principal ${shown(idIn(textOf(inputs, "servicePrincipalId")))}`,
      find: async (graph, inputs) => {
        const principalId = idIn(neededText(inputs, "servicePrincipalId"));
        const jobs = await graph.list(part("/servicePrincipals", principalId, "synchronization/jobs"));
        const own = jobs.filter((job) => isSame(job, "templateId", inputs, "templateId"));
        return own.map((job) => {
          const path = `/servicePrincipals/${principalId}/synchronization/jobs/${textOf(job, "id")}`;
          return { id: path, removal: graph.deletion(path) };
        });
      },
      shownBy: "name",
    },
  ],
];

function part(collection: string, id: string, of?: string): string {
  const path = `${collection}/${encodeURIComponent(idIn(id))}`;
  return of === undefined ? path : `${path}/${of}`;
}

/** Whether a list of other things has one, whose place in it then has the id `as`. */
async function references(graph: GraphReader, list: string, member: string, as: string): Promise<Candidate[]> {
  const isIn = (await graph.list(list)).some((each) => isSameId(textOf(each, "id"), member));
  return isIn ? [{ id: as, removal: graph.deletion(`${list}/${member}/$ref`) }] : [];
}

function isSame(object: GraphObject, property: string, inputs: Inputs, input: string): boolean {
  return isSameId(textOf(object, property), neededText(inputs, input));
}

/** Ids are compared without case. */
function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
