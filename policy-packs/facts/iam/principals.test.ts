import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview, type ExampleResource } from "../../rules/example";
import { gatherFacts } from "../stack-facts";
import type { Reading, StackResource } from "../stack-resource";
import type { PrincipalFact } from "./principal-fact";
import { managedPolicyArnsOf, principals } from "./principals";

const allow = (action: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

const resource =
  (type: string) =>
  (name: string, properties: ExampleResource["properties"], from?: ExampleResource["from"]): ExampleResource => ({
    type,
    name,
    properties,
    ...(from && { from }),
  });
const role = resource("aws:iam/role:Role");
const user = resource("aws:iam/user:User");
const group = resource("aws:iam/group:Group");
const policy = resource("aws:iam/policy:Policy");
const rolePolicy = resource("aws:iam/rolePolicy:RolePolicy");
const userPolicy = resource("aws:iam/userPolicy:UserPolicy");
const groupPolicy = resource("aws:iam/groupPolicy:GroupPolicy");
const attachment = resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
const permissionSet = resource("aws:ssoadmin/permissionSet:PermissionSet");

const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

function factsOf(...resources: readonly ExampleResource[]): readonly PrincipalFact[] {
  return principals(gatherFacts(stackOf(resources), exampleSurroundings));
}

/** Each principal with its policies by id and, where the document is known, the action that it allows. */
function policiesOf(...resources: readonly ExampleResource[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    factsOf(...resources).map((fact) => [`${fact.kind} ${fact.name ?? "?"}`, fact.policies.map(described)]),
  );
}

function described({ id, document }: PrincipalFact["policies"][number]): string {
  return `${id}: ${document === "unknown" ? "unknown" : String(document.Statement[0]?.Action)}`;
}

describe("principals", () => {
  it("joins a role's inline, attached and own policies", () => {
    expect(
      policiesOf(
        role("dev", {
          name: "Dev",
          inlinePolicies: [{ name: "own", policy: allow("a:A") }],
          managedPolicyArns: [administrator],
        }),
        rolePolicy("inline", { role: "Dev", policy: allow("b:B") }),
        attachment("attached", { role: "Dev", policyArn: "arn:aws:iam::111122223333:policy/team/More" }),
        policy("more", { name: "More", path: "/team/", policy: allow("c:C") }),
      ),
    ).toEqual({
      "role Dev": [
        "dev.inlinePolicies[0].policy: a:A",
        `${administrator}: *`,
        "inline.policy: b:B",
        "more.policy: c:C",
      ],
    });
  });

  it("follows what names and ARNs were computed from", () => {
    expect(
      policiesOf(
        role("dev", { name: "Dev" }),
        role("ops", {}),
        policy("more", { name: "More", policy: allow("c:C") }),
        rolePolicy("inline", { role: unknownAtPreview, policy: allow("b:B") }, { role: ["ops"] }),
        attachment("attached", { role: "Dev", policyArn: unknownAtPreview }, { role: ["dev"], policyArn: ["more"] }),
      ),
    ).toEqual({ "role Dev": ["more.policy: c:C"], "role ?": ["inline.policy: b:B"] });
  });

  it("says which policy it has no document of", () => {
    expect(
      policiesOf(
        role("dev", { name: "Dev" }),
        attachment("elsewhere", { role: "Dev", policyArn: "arn:aws:iam::111122223333:policy/Elsewhere" }),
        attachment("later", { role: "Dev", policyArn: unknownAtPreview }),
        attachment("own", { role: "Dev", policyArn: "arn:aws:iam::aws:policy/NeverHeardOf" }),
        rolePolicy("open", { role: "Dev", policy: unknownAtPreview }),
        rolePolicy("broken", { role: "Dev", policy: "{" }),
      ),
    ).toEqual({
      "role Dev": [
        "open.policy: unknown",
        "broken.policy: unknown",
        "arn:aws:iam::111122223333:policy/Elsewhere: unknown",
        "later.policyArn: unknown",
        "arn:aws:iam::aws:policy/NeverHeardOf: unknown",
      ],
    });
  });

  it("keeps an unknown part of a list beside the policies that the list was computed from", () => {
    expect(
      policiesOf(
        policy("more", { name: "More", policy: allow("c:C") }),
        role(
          "dev",
          { name: "Dev", managedPolicyArns: [unknownAtPreview, administrator] },
          { managedPolicyArns: ["more"] },
        ),
      ),
    ).toEqual({ "role Dev": ["more.policy: c:C", "dev.managedPolicyArns[0]: unknown"] });
  });

  it("knows a list whose parts can be told apart, though one of them is unknown", () => {
    const [more, dev] = stackOf([
      policy("more", { name: "More", policy: allow("c:C") }),
      role("dev", { name: "Dev" }, { managedPolicyArns: ["more"] }),
    ]);
    if (more === undefined || dev === undefined) throw new Error("two resources are two readings");
    const property = "managedPolicyArns[0]";
    const listed = (...parts: readonly Reading[]): StackResource => ({
      ...dev,
      read: (name) => (name === "managedPolicyArns" ? { kind: "unknown", property, parts } : dev.read(name)),
    });
    const [open, known] = [{ kind: "unknown", property } as const, { kind: "known", value: administrator } as const];
    const idsOf = (resource: StackResource): readonly string[] | undefined =>
      principals(gatherFacts([more, resource], exampleSurroundings))[0]?.policies.map(({ id }) => id);
    expect(idsOf(listed(open, known))).toEqual([administrator, "more.policy"]);
    expect(idsOf(listed(open, open))).toEqual(["more.policy", "dev.managedPolicyArns[0]"]);
  });

  it("takes a provider's unknown list of managed policies for none", () => {
    expect(policiesOf(role("dev", { name: "Dev", managedPolicyArns: unknownAtPreview }))).toEqual({ "role Dev": [] });
  });

  it("does not take another account's policy of the same name", () => {
    const arn = "arn:aws:iam::999900001111:policy/More";
    expect(
      policiesOf(
        role("dev", { name: "Dev" }),
        policy("more", { name: "More", arn: "arn:aws:iam::111122223333:policy/More", policy: allow("c:C") }),
        attachment("attached", { role: "Dev", policyArn: arn }),
      ),
    ).toEqual({ "role Dev": [`${arn}: unknown`] });
  });

  it("gives a user the policies of the user's groups, and says which", () => {
    const [kim] = factsOf(
      user("kim", { name: "Kim" }),
      group("admins", { name: "Admins" }),
      groupPolicy("all", { group: "Admins", policy: allow("*") }),
      resource("aws:iam/userGroupMembership:UserGroupMembership")("m", { user: "Kim", groups: ["Admins"] }),
      userPolicy("own", { user: "Kim", policy: allow("a:A") }),
    );
    expect(kim?.policies.map((each) => [described(each), each.group])).toEqual([
      ["own.policy: a:A", undefined],
      ["all.policy: *", "Admins"],
    ]);
  });

  it("knows nothing of a group of another stack, and says so", () => {
    expect(
      policiesOf(
        user("kim", { name: "Kim" }),
        resource("aws:iam/groupMembership:GroupMembership")("m", { group: "Elsewhere", users: ["Kim"] }),
      ),
    ).toEqual({ "user Kim": ["group Elsewhere: unknown"] });
  });

  it("attaches one policy to many, and counts one that is attached twice once", () => {
    expect(
      policiesOf(
        role("dev", { name: "Dev", managedPolicyArns: [administrator] }),
        user("kim", { name: "Kim" }),
        resource("aws:iam/policyAttachment:PolicyAttachment")("everywhere", {
          policyArn: administrator,
          roles: ["Dev", "Elsewhere"],
          users: ["Kim"],
        }),
      ),
    ).toEqual({
      "role Dev": [`${administrator}: *`],
      "role Elsewhere": [`${administrator}: *`],
      "user Kim": [`${administrator}: *`],
    });
  });

  it("names the first that gives a role of another stack something as its resource", () => {
    const [fact] = factsOf(rolePolicy("inline", { role: "Elsewhere", policy: allow("a:A") }));
    expect([fact?.resource.name, fact?.name, fact?.declared]).toEqual(["inline", "Elsewhere", false]);
  });

  it("joins what a permission set has, and its boundary", () => {
    const facts = factsOf(
      permissionSet("dev", { name: "Dev", arn: unknownAtPreview }),
      resource("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy")(
        "inline",
        { permissionSetArn: unknownAtPreview, inlinePolicy: allow("a:A") },
        { permissionSetArn: ["dev"] },
      ),
      resource("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment")(
        "managed",
        { permissionSetArn: unknownAtPreview, managedPolicyArn: administrator },
        { permissionSetArn: ["dev"] },
      ),
      resource("aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment")(
        "customer",
        { permissionSetArn: unknownAtPreview, customerManagedPolicyReference: { name: "More", path: "/team/" } },
        { permissionSetArn: ["dev"] },
      ),
      resource("aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment")(
        "boundary",
        {
          permissionSetArn: unknownAtPreview,
          permissionsBoundary: { customerManagedPolicyReference: { name: "Edge" } },
        },
        { permissionSetArn: ["dev"] },
      ),
      policy("edge", { name: "Edge", policy: allow("b:B") }),
    );
    expect(facts.map(({ kind, policies }) => [kind, policies.map(described)])).toEqual([
      ["permission set", ["inline.inlinePolicy: a:A", `${administrator}: *`, "policy/team/More: unknown"]],
    ]);
    expect(facts.map(({ boundary }) => boundary && described(boundary))).toEqual(["edge.policy: b:B"]);
  });

  it("finds the boundary that our components name by a computed ARN", () => {
    const [fact] = factsOf(
      policy("edge", { name: "FederationBoundary", policy: allow("b:B") }),
      role(
        "dev",
        { name: "Dev", permissionsBoundary: "arn:aws:iam::111122223333:policy/FederationBoundary" },
        { permissionsBoundary: ["edge"] },
      ),
    );
    expect(fact?.boundary && described(fact.boundary)).toBe("edge.policy: b:B");
  });

  it("hands out a role's trust policy", () => {
    const [fact] = factsOf(role("dev", { assumeRolePolicy: allow("sts:AssumeRole") }));
    expect([fact?.trust?.property, fact?.trust?.reading.kind]).toEqual(["assumeRolePolicy", "known"]);
  });

  it.each([
    [{ role: 7, policyArn: 7 }],
    [{ role: null, policyArn: null }],
    [{ role: ["Dev"], policyArn: { a: 1 } }],
    [{ role: {}, policyArn: [[]] }],
    [{}],
  ])("reads on where an attachment is malformed: %j", (properties) => {
    expect(() =>
      factsOf(attachment("a", properties), role("dev", { name: 7, managedPolicyArns: [1, null, []] })),
    ).not.toThrow();
  });

  it("judges 3,000 resources with 800 documents in well under a second", () => {
    const many = Array.from({ length: 800 }, (_, index) => [
      role(`role-${index}`, { name: `Role${index}` }),
      rolePolicy(`inline-${index}`, { role: `Role${index}`, policy: allow("s3:*") }),
      attachment(`a-${index}`, { role: `Role${index}`, policyArn: administrator }),
    ]).flat();
    const stack = gatherFacts(stackOf(many), exampleSurroundings);
    const start = performance.now();
    expect(principals(stack)).toHaveLength(800);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("managedPolicyArnsOf", () => {
  it("lists a user's own, and not those of the user's groups", () => {
    const [kim] = factsOf(
      user("kim", { name: "Kim" }),
      group("admins", { name: "Admins" }),
      resource("aws:iam/groupPolicyAttachment:GroupPolicyAttachment")("g", {
        group: "Admins",
        policyArn: administrator,
      }),
      resource("aws:iam/userPolicyAttachment:UserPolicyAttachment")("u", {
        user: "Kim",
        policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      }),
      resource("aws:iam/userGroupMembership:UserGroupMembership")("m", { user: "Kim", groups: ["Admins"] }),
    );
    const arns = kim && managedPolicyArnsOf(kim);
    expect(arns?.map(({ arn, resource: at, property }) => [arn, at.name, property])).toEqual([
      ["arn:aws:iam::aws:policy/ReadOnlyAccess", "u", "policyArn"],
    ]);
  });
});
