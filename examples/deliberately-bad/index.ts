import * as aws from "@pulumi/aws";
import * as azuread from "@pulumi/azuread";

const accountId = "111122223333";
const document = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });

// A person with a key for ever, who may do everything.
const alice = new aws.iam.User("alice", { name: "alice" });
new aws.iam.AccessKey("alice-key", { user: alice.name });
new aws.iam.UserPolicy("alice-all", {
  user: alice.name,
  policy: document({ Effect: "Allow", Action: "*", Resource: "*" }),
});

// A role that anybody in the world can become.
new aws.iam.Role("open", {
  name: "open",
  assumeRolePolicy: document({ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }),
});

// A role that is no administrator, until it passes one to a machine: neither document alone says so.
const builder = new aws.iam.Role("builder", {
  name: "Builder",
  maxSessionDuration: 43_200,
  assumeRolePolicy: document({
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
  }),
});
new aws.iam.RolePolicy("builder-machines", {
  role: builder.name,
  policy: document({ Effect: "Allow", Action: ["ec2:RunInstances", "ec2:DescribeInstances"], Resource: "*" }),
});
new aws.iam.RolePolicy("builder-roles", {
  role: builder.name,
  policy: document({ Effect: "Allow", Action: "iam:Pass*", Resource: `arn:aws:iam::${accountId}:role/*` }),
});

// A federated role whose trust names no audience, with more than its name says.
const provider = `arn:aws:iam::${accountId}:saml-provider/EntraID`;
const support = new aws.iam.Role("support", {
  name: "Support",
  assumeRolePolicy: document({
    Effect: "Allow",
    Principal: { Federated: provider },
    Action: "sts:AssumeRoleWithSAML",
  }),
});
new aws.iam.RolePolicyAttachment("support-all", {
  role: support.name,
  policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
});

// A document with an action that there is not, and all but one.
new aws.iam.Policy("mistaken", {
  name: "mistaken",
  policy: document(
    { Effect: "Allow", Action: "s3:GetObjekt", Resource: "arn:aws:s3:::contoso-reports/*" },
    { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
  ),
});

// A group that gives the role, under a name that nobody finds, with another group inside.
const application = new azuread.ApplicationFromTemplate("console", {
  displayName: "AWS",
  templateId: "8b1025e4-1dd2-430b-a150-2ef79cd700f5",
});
const principal = new azuread.ServicePrincipal("console", {
  clientId: application.applicationId,
  useExisting: true,
  appRoleAssignmentRequired: false,
});
const appRole = new azuread.ApplicationAppRole("support", {
  applicationId: application.applicationObjectId.apply((id) => `/applications/${id}`),
  roleId: "5a1f2f3c-0000-5000-8000-000000000001",
  allowedMemberTypes: ["User"],
  displayName: "Support",
  description: "Support in AWS",
  value: `arn:aws:iam::${accountId}:role/Suport,${provider}`,
});
const everybody = new azuread.Group("everybody", { displayName: "Everybody", securityEnabled: true });
const helpers = new azuread.Group("helpers", { displayName: "AWS helpers", securityEnabled: true });
new azuread.GroupMember("helpers-everybody", {
  groupObjectId: helpers.objectId,
  memberObjectId: everybody.objectId,
});
new azuread.AppRoleAssignment("helpers", {
  appRoleId: appRole.roleId,
  principalObjectId: helpers.objectId,
  resourceObjectId: principal.objectId,
});

// A policy that only watches, and would let a managed device in without a second factor.
new azuread.ConditionalAccessPolicy("mfa", {
  displayName: "MFA",
  state: "enabledForReportingButNotEnforced",
  conditions: {
    clientAppTypes: ["browser"],
    applications: { includedApplications: [principal.clientId] },
    users: { includedGroups: [helpers.objectId] },
  },
  grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] },
});
