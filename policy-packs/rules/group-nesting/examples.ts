import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";

const group = (
  name: string,
  properties: ExampleResource["properties"] = { objectId: unknownAtPreview },
  from?: ExampleResource["from"],
): ExampleResource => ({ type: "azuread:index/group:Group", name, properties, ...(from && { from }) });

const user: ExampleResource = {
  type: "azuread:index/user:User",
  name: "alice",
  properties: { objectId: unknownAtPreview },
};

const member = (memberObjectId: unknown, from?: readonly string[]): ExampleResource => ({
  type: "azuread:index/groupMember:GroupMember",
  name: "member",
  properties: { groupObjectId: unknownAtPreview, memberObjectId },
  from: { groupObjectId: ["developers"], ...(from && { memberObjectId: from }) },
});

const access: readonly ExampleResource[] = [
  {
    type: "azuread:index/applicationAppRole:ApplicationAppRole",
    name: "appRole",
    properties: {
      value: "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID",
    },
  },
  {
    type: "azuread:index/appRoleAssignment:AppRoleAssignment",
    name: "assignment",
    properties: { principalObjectId: unknownAtPreview, appRoleId: unknownAtPreview },
    from: { principalObjectId: ["developers"], appRoleId: ["appRole"] },
  },
];

const passing: readonly RuleExample[] = [
  {
    title: "people, from the stack and by id",
    resources: [
      ...access,
      group("developers"),
      user,
      member(unknownAtPreview, ["alice"]),
      { ...member("11111111-0000-4000-8000-000000000001"), name: "by id" },
    ],
    findings: [],
  },
  {
    title: "a group in a group that gives nothing in AWS",
    resources: [group("developers"), group("inner"), member(unknownAtPreview, ["inner"])],
    findings: [],
  },
  {
    title: "two groups that give the same role",
    resources: [
      ...access,
      group("developers"),
      group("contractors"),
      {
        type: "azuread:index/appRoleAssignment:AppRoleAssignment",
        name: "second",
        properties: { principalObjectId: unknownAtPreview, appRoleId: unknownAtPreview },
        from: { principalObjectId: ["contractors"], appRoleId: ["appRole"] },
      },
    ],
    findings: [],
  },
];

const message = 'the group "inner" is a member of the group "developers", so its own members get no role in AWS';

const violations: readonly RuleExample[] = [
  {
    title: "a group of the stack as a member",
    resources: [...access, group("developers"), group("inner"), member(unknownAtPreview, ["inner"])],
    findings: [{ resource: "member", outcome: "violation", property: "memberObjectId", message }],
  },
  {
    title: "a group in the list of members, at preview",
    resources: [
      ...access,
      group("inner"),
      user,
      group("developers", { members: unknownAtPreview }, { members: ["alice", "inner"] }),
    ],
    findings: [{ resource: "developers", outcome: "violation", property: "members", message }],
  },
  {
    title: "a group in the list of members, by id",
    resources: [
      ...access,
      group("inner", { objectId: "11111111-0000-4000-8000-000000000002" }),
      group("developers", { members: ["11111111-0000-4000-8000-000000000002"] }),
    ],
    findings: [{ resource: "developers", outcome: "violation", property: "members", message }],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a member that comes from neither a user nor a group of the stack",
    resources: [...access, group("developers"), member(unknownAtPreview)],
    findings: [
      {
        resource: "member",
        outcome: "undetermined",
        property: "memberObjectId",
        message: 'who becomes a member of the group "developers" is known only after the update, a person or a group',
      },
    ],
  },
];

export const examples = { passing, violations, undetermined } satisfies RuleExamples;
