import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const globalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
const userAdministrator = "fe930be7-5e62-47db-91af-98c3a49a38b1";
const reportsReader = "4a5d8f65-41da-4de4-8968-e035b65339cf";
const person = (number: number): string => `11111111-0000-4000-8000-00000000000${number}`;

const eligible = (name: string, principalId: string, roleDefinitionId = globalAdministrator): ExampleResource => ({
  type: "azuread:index/directoryRoleEligibilityScheduleRequest:DirectoryRoleEligibilityScheduleRequest",
  name,
  properties: { roleDefinitionId, principalId },
});

const active = (roleId: unknown, principalObjectId: unknown, from?: ExampleResource["from"]): ExampleResource => ({
  type: "azuread:index/directoryRoleAssignment:DirectoryRoleAssignment",
  name: "assignment",
  properties: { roleId, principalObjectId },
  ...(from && { from }),
});

const user: ExampleResource = {
  type: "azuread:index/user:User",
  name: "emergency",
  properties: { objectId: unknownAtPreview, userPrincipalName: "emergency1@contoso.com" },
};

const servicePrincipal: ExampleResource = {
  type: "azuread:index/servicePrincipal:ServicePrincipal",
  name: "deployer",
  properties: { objectId: unknownAtPreview },
};

const two = [eligible("first", person(1)), eligible("second", person(2))];

const passing: readonly RuleExample[] = [
  { title: "two eligible global administrators", resources: two, findings: [] },
  {
    title: "eight of them, and one twice",
    resources: [1, 2, 3, 4, 5, 6, 7, 8, 8].map((number, index) => eligible(`grant${index}`, person(number))),
    findings: [],
  },
  {
    title: "a break-glass account that holds its role for good",
    resources: [user, active(globalAdministrator, unknownAtPreview, { principalObjectId: ["emergency"] }), ...two],
    settings: { breakGlass: ["Emergency1@contoso.com"] },
    findings: [],
  },
  { title: "a role that is not privileged, for good", resources: [active(reportsReader, person(1))], findings: [] },
  {
    title: "a group that holds the role for good, and whose members are eligible",
    resources: [
      { type: "azuread:index/group:Group", name: "helpdesk", properties: { objectId: unknownAtPreview } },
      {
        type: "azuread:index/privilegedAccessGroupEligibilitySchedule:PrivilegedAccessGroupEligibilitySchedule",
        name: "schedule",
        properties: { groupId: unknownAtPreview },
        from: { groupId: ["helpdesk"] },
      },
      active(userAdministrator, unknownAtPreview, { principalObjectId: ["helpdesk"] }),
    ],
    findings: [],
  },
  {
    title: "a service principal with a role that cannot take the tenant",
    resources: [servicePrincipal, active(userAdministrator, unknownAtPreview, { principalObjectId: ["deployer"] })],
    findings: [],
  },
  {
    title: "a role of the tenant's own",
    resources: [
      {
        type: "azuread:index/customDirectoryRole:CustomDirectoryRole",
        name: "custom",
        properties: { objectId: unknownAtPreview },
      },
      active(unknownAtPreview, person(1), { roleId: ["custom"] }),
    ],
    findings: [],
  },
];

const held = (role: string): RuleExample["findings"][number] => ({
  resource: "assignment",
  outcome: "violation",
  property: "roleId",
  message: `the role ${role} is held for good, not eligible`,
});

const violations: readonly RuleExample[] = [
  {
    title: "a privileged role for good",
    resources: [active(userAdministrator, person(1))],
    findings: [held("User Administrator")],
  },
  {
    title: "a privileged role for good, by a role that the stack makes",
    resources: [
      {
        type: "azuread:index/directoryRole:DirectoryRole",
        name: "role",
        properties: { displayName: "User administrator", templateId: unknownAtPreview },
      },
      active(unknownAtPreview, person(1), { roleId: ["role"] }),
    ],
    findings: [held("User Administrator")],
  },
  {
    title: "a service principal that may take the tenant, even if only eligible",
    resources: [
      servicePrincipal,
      {
        ...eligible("grant", person(1)),
        properties: { roleDefinitionId: globalAdministrator, principalId: unknownAtPreview },
        from: { principalId: ["deployer"] },
      },
    ],
    findings: [
      {
        resource: "grant",
        outcome: "violation",
        property: "principalId",
        message: 'the service principal "deployer" has the role Global Administrator, which is as good as the tenant',
      },
    ],
  },
  {
    title: "one global administrator",
    resources: [eligible("first", person(1))],
    findings: [{ outcome: "violation", message: "the stack makes 1 global administrator; 2 to 8 are expected" }],
  },
  {
    title: "nine global administrators",
    resources: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => eligible(`grant${number}`, person(number))),
    findings: [{ outcome: "violation", message: "the stack makes 9 global administrators; 2 to 8 are expected" }],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a role that only the update tells",
    resources: [active(unknownAtPreview, person(1))],
    findings: [
      {
        resource: "assignment",
        outcome: "undetermined",
        property: "roleId",
        message: "which directory role is given is known only after the update",
      },
    ],
  },
  {
    title: "somebody whom only the update tells, where there are break-glass accounts",
    resources: [active(userAdministrator, unknownAtPreview)],
    settings: { breakGlass: ["emergency1@contoso.com"] },
    findings: [
      {
        resource: "assignment",
        outcome: "undetermined",
        property: "principalObjectId",
        message: "who holds the role User Administrator for good is known only after the update",
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
