import { allow, deny, document, oneDocument, type LabelledPrincipals } from "./labelled-principal";

const passAndRun = ["iam:PassRole", "ec2:RunInstances"];
const account = "arn:aws:iam::111122223333";
const passedTo = (operator: string, service: string): Readonly<Record<string, unknown>> => ({
  Condition: { [operator]: { "iam:PassedToService": service } },
});

/** What decides it, and what the tools that are known are blind to. */
export const blindSpots: LabelledPrincipals = {
  name: "blind spots",
  source: "https://pathfinding.cloud, and the documentation of prowler, cloudsplaining, parliament and PMapper",
  cases: [
    {
      title: "a Deny in another document and in other letter case",
      escalates: false,
      documents: [document(allow(passAndRun)), document(deny("IAM:PASSROLE"))],
    },
    {
      title: "three actions in three documents",
      escalates: true,
      documents: ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"].map((action) =>
        document(allow(action)),
      ),
    },
    {
      title: "outside the boundary",
      escalates: false,
      documents: [document(allow("*"))],
      boundary: document(allow(["s3:*", "ec2:RunInstances"])),
    },
    {
      title: "on resources that the boundary does not reach",
      escalates: false,
      documents: [document(allow("sts:AssumeRole", { Resource: `${account}:role/Admin` }))],
      boundary: document(allow("*", { Resource: `${account}:role/Developer*` })),
    },
    {
      title: "denied by the boundary",
      escalates: false,
      documents: [document(allow("iam:PutUserPolicy"))],
      boundary: document(allow("*"), deny("iam:Put*")),
    },
    {
      title: "within the boundary",
      escalates: true,
      documents: [document(allow(passAndRun))],
      boundary: document(allow(["iam:Pass*", "ec2:*"])),
    },
    oneDocument("a Deny on something else", true, allow(passAndRun), deny("s3:DeleteBucket")),
    oneDocument(
      "a Deny without a second factor",
      true,
      allow(passAndRun),
      deny("*", { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } }),
    ),
    oneDocument(
      "a Deny on a part of the resources",
      true,
      allow("iam:PutRolePolicy"),
      deny("iam:PutRolePolicy", { Resource: `${account}:role/Admin*` }),
    ),
    oneDocument(
      "a Deny on just the resources",
      false,
      allow("iam:PutRolePolicy", { Resource: `${account}:role/AdminOfOne` }),
      deny("iam:*", { Resource: `${account}:role/Admin*` }),
    ),
    oneDocument(
      "a Deny on all of the account",
      false,
      allow("iam:PutRolePolicy"),
      deny("iam:PutRolePolicy", { Resource: `${account}:*` }),
    ),
    oneDocument("a Deny on all but one bucket", false, allow(passAndRun), {
      Effect: "Deny",
      Action: "*",
      NotResource: "arn:aws:s3:::bucket/*",
    }),
    oneDocument("a Deny of all but reading", false, allow("*"), {
      Effect: "Deny",
      NotAction: ["s3:Get*", "s3:List*"],
      Resource: "*",
    }),
    oneDocument(
      "a Deny that a condition always fulfils",
      false,
      allow(passAndRun),
      deny("iam:PassRole", { Condition: { StringLike: { "aws:PrincipalArn": "*" } } }),
    ),
    oneDocument(
      "a Deny until a date gone by",
      true,
      allow(passAndRun),
      deny("*", { Condition: { DateLessThan: { "aws:CurrentTime": "2021-01-01T00:00:00Z" } } }),
    ),
    oneDocument("a pattern in other letter case", true, allow(["IAM:pass*", "EC2:run*"])),
    oneDocument("a pattern with one character open", true, allow(["iam:PassRol?", "ec2:RunInstance?"])),
    oneDocument("nothing but NotAction", true, { Effect: "Allow", NotAction: ["s3:*"], Resource: "*" }),
    oneDocument("NotAction of all that matters", false, {
      Effect: "Allow",
      NotAction: [
        "*:Create*",
        "*:Update*",
        "*:Put*",
        "*:Send*",
        "*:Start*",
        "*:Run*",
        "iam:*",
        "sts:*",
        "*:*Attach*",
      ].concat(["*:Submit*", "*:Invoke*", "*:Connect*", "*:Execute*", "*:Modify*", "*:Associate*", "*:Replace*"]),
      Resource: "*",
    }),
    oneDocument("one role", true, allow("sts:AssumeRole", { Resource: `${account}:role/Admin` })),
    oneDocument("all of an account", true, allow("iam:AttachUserPolicy", { Resource: `${account}:*` })),
    oneDocument("all of IAM", true, allow("iam:AttachUserPolicy", { Resource: "arn:aws:iam::*:*" })),
    oneDocument("any user", true, allow("iam:AttachUserPolicy", { Resource: "arn:*:iam::*:user/*" })),
    oneDocument(
      "a placeholder for the account",
      true,
      allow("iam:PassRole", { Resource: "arn:aws:iam::ACCOUNT-ID:role/x" }),
      allow("ec2:*"),
    ),
    oneDocument("NotResource", true, {
      Effect: "Allow",
      Action: "iam:PutUserPolicy",
      NotResource: `${account}:user/Kim`,
    }),
    oneDocument("NotResource that is everything", false, {
      Effect: "Allow",
      Action: "iam:PutUserPolicy",
      NotResource: "*",
    }),
    oneDocument("without Resource", true, { Effect: "Allow", Action: passAndRun }),
    oneDocument("a single statement", true, allow(passAndRun)),
    oneDocument("the wrong kind of resource", false, allow("iam:PutUserPolicy", { Resource: `${account}:role/*` })),
    oneDocument("a bucket", false, allow("*", { Resource: ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*"] })),
    oneDocument(
      "roles of services",
      false,
      allow("iam:AttachRolePolicy", { Resource: `${account}:role/aws-service-role/*` }),
    ),
    oneDocument(
      "passing to another service",
      false,
      allow("iam:PassRole", passedTo("StringEquals", "lambda.amazonaws.com")),
      allow("ec2:RunInstances"),
    ),
    oneDocument(
      "passing to this service",
      true,
      allow("iam:PassRole", passedTo("StringEquals", "ec2.amazonaws.com")),
      allow("ec2:RunInstances"),
    ),
    oneDocument(
      "passing to this service, in China",
      true,
      allow("iam:PassRole", passedTo("StringEquals", "ec2.amazonaws.com.cn")),
      allow("ec2:RunInstances"),
    ),
    oneDocument(
      "passing to any service but this",
      false,
      allow(passAndRun),
      deny("iam:PassRole", passedTo("StringLike", "ec2.*")),
    ),
    oneDocument("a harmless condition", true, allow(passAndRun, { Condition: { StringLike: { "aws:userid": "*" } } })),
    oneDocument(
      "a second factor",
      true,
      allow(passAndRun, { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
    ),
    oneDocument(
      "an office's address",
      true,
      allow(passAndRun, { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
    ),
    oneDocument(
      "a value that is and is not",
      false,
      allow(passAndRun, {
        Condition: { StringEquals: { "aws:username": "kim" }, StringNotLike: { "aws:username": "k*" } },
      }),
    ),
    oneDocument("no value at all", false, allow(passAndRun, { Condition: { StringEquals: { "aws:username": [] } } })),
    oneDocument(
      "a key that is always there, and is not",
      false,
      allow(passAndRun, { Condition: { Null: { "aws:PrincipalArn": "true" } } }),
    ),
    oneDocument(
      "a key that is absent and has a value",
      false,
      allow(passAndRun, { Condition: { Null: { "aws:username": "true" }, StringEquals: { "aws:username": "kim" } } }),
    ),
    oneDocument("reading everything", false, allow(["*:Get*", "*:List*", "*:Describe*"])),
    oneDocument("running instances", false, allow("ec2:RunInstances")),
    oneDocument("passing roles", false, allow("iam:PassRole")),
    oneDocument("a pattern that nearly fits", false, allow(["iam:Pass", "iam:PassRole?", "ec2:RunInstances"])),
    {
      title: "documents of ten thousand characters",
      escalates: true,
      documents: [
        document(allow([...Array.from({ length: 500 }, (_, index) => `s3:GetNumber${index}`), "iam:PassRole"])),
        document(allow([...Array.from({ length: 500 }, (_, index) => `s3:PutNumber${index}`), "ec2:RunInstances"])),
      ],
    },
  ],
};
