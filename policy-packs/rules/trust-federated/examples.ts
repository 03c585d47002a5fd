import type { RuleExample, RuleExamples } from "../example";
import { trustingRole, trusts, unreadTrustExamples } from "../trust-examples";

const account = "arn:aws:iam::111122223333";
const saml = { Federated: `${account}:saml-provider/EntraID` };
const oidc = (url: string): object => ({ Federated: `${account}:oidc-provider/${url}` });
const githubUrl = "token.actions.githubusercontent.com";
const github = oidc(githubUrl);
const audience = { [`${githubUrl}:aud`]: "sts.amazonaws.com" };
const web = "sts:AssumeRoleWithWebIdentity";

const fromGithub = (name: string, condition: object): RuleExample["resources"][number] =>
  trustingRole(name, trusts(github, condition, web));

const passing: readonly RuleExample[] = [
  {
    title: "a SAML provider by its action, session tags beside it",
    resources: [trustingRole("people", trusts(saml, undefined, ["sts:AssumeRoleWithSAML", "sts:TagSession"]))],
    findings: [],
  },
  {
    title: "one repository of GitHub, by name or with its ids, any branch",
    resources: [
      fromGithub("main", {
        StringEquals: { ...audience, [`${githubUrl}:sub`]: "repo:contoso/site:ref:refs/heads/main" },
      }),
      fromGithub("any", {
        StringEquals: audience,
        StringLike: { [`${githubUrl}:sub`]: ["repo:contoso@1234/site@5678:*", "repo:contoso/docs:*"] },
      }),
    ],
    findings: [],
  },
  {
    title: "every repository of an organisation, where that is allowed",
    resources: [fromGithub("all", { StringEquals: audience, StringLike: { [`${githubUrl}:sub`]: "repo:contoso/*" } })],
    settings: { wholeOrganisations: true },
    findings: [],
  },
  {
    title: "Microsoft Sentinel, by session name",
    resources: [
      trustingRole(
        "OIDC_MicrosoftSentinel",
        trusts(
          oidc("sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/"),
          {
            StringEquals: {
              "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/:aud": "api://1462b192-27f7-4cb9-8523-0f4ecb54b47e",
              "sts:RoleSessionName": "MicrosoftSentinel_7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
            },
          },
          web,
        ),
      ),
    ],
    findings: [],
  },
  {
    title: "a cluster's service account",
    resources: [
      trustingRole(
        "pod",
        trusts(
          oidc("oidc.eks.eu-central-1.amazonaws.com/id/ABC"),
          {
            StringEquals: {
              "oidc.eks.eu-central-1.amazonaws.com/id/ABC:aud": "sts.amazonaws.com",
              "oidc.eks.eu-central-1.amazonaws.com/id/ABC:sub": "system:serviceaccount:shop:api",
            },
          },
          web,
        ),
      ),
    ],
    findings: [],
  },
  {
    title: "a service, which is no identity provider",
    resources: [trustingRole("machine", trusts({ Service: "ec2.amazonaws.com" }))],
    findings: [],
  },
];

const at = (resource: string, message: string, element = ".Condition"): RuleExample["findings"][number] => ({
  outcome: "violation",
  resource,
  property: `assumeRolePolicy.Statement[0]${element}`,
  message,
});

const without = (key: string): string =>
  `the trust policy takes tokens of GitHub Actions without demanding "${githubUrl}:${key}"`;

const notNamed = (subject: string): string =>
  `the trust policy takes tokens of GitHub Actions with the subject "${subject}", which is not of the form repo:<organisation>/<repository>:…`;

const violations: readonly RuleExample[] = [
  {
    title: "GitHub without audience and subject",
    resources: [trustingRole("all", trusts(github, undefined, web))],
    findings: [at("all", without("aud")), at("all", without("sub"))],
  },
  {
    title: "a subject that every token has",
    resources: [
      fromGithub("star", { StringEquals: audience, StringLike: { [`${githubUrl}:sub`]: "*" } }),
      fromGithub("optional", {
        StringEquals: audience,
        StringEqualsIfExists: { [`${githubUrl}:sub`]: "repo:contoso/site:ref:refs/heads/main" },
      }),
    ],
    findings: [at("star", without("sub")), at("optional", without("sub"))],
  },
  {
    title: "a subject that names no repository",
    resources: [
      fromGithub("every", { StringEquals: audience, StringLike: { [`${githubUrl}:sub`]: "repo:*" } }),
      fromGithub("some", { StringEquals: audience, StringLike: { [`${githubUrl}:sub`]: "repo:contoso*/site:*" } }),
      fromGithub("all", { StringEquals: audience, StringLike: { [`${githubUrl}:sub`]: "repo:contoso/*" } }),
    ],
    findings: [
      at("every", notNamed("repo:*")),
      at("some", notNamed("repo:contoso*/site:*")),
      at("all", notNamed("repo:contoso/*")),
    ],
  },
  {
    title: "an issuer without a row of its own",
    resources: [
      trustingRole(
        "ci",
        trusts(oidc("ci.example.com"), { StringEquals: { "ci.example.com:aud": "sts.amazonaws.com" } }, web),
      ),
    ],
    findings: [at("ci", 'the trust policy takes tokens of "ci.example.com" without demanding "ci.example.com:sub"')],
  },
  {
    title: "the other kind's action",
    resources: [
      trustingRole("people", trusts(saml, undefined, web)),
      trustingRole("ci", trusts(github, undefined, "sts:AssumeRoleWithSAML")),
    ],
    findings: [
      at(
        "people",
        `the trust policy names the SAML provider "${account}:saml-provider/EntraID" and does not allow sts:AssumeRoleWithSAML`,
        "",
      ),
      at("people", "the trust policy allows sts:AssumeRoleWithWebIdentity and names no OIDC provider", ""),
      at("ci", "the trust policy allows sts:AssumeRoleWithSAML and names no SAML provider", ""),
      at(
        "ci",
        `the trust policy names the OIDC provider "${account}:oidc-provider/${githubUrl}" and does not allow ${web}`,
        "",
      ),
    ],
  },
  {
    title: "a federated principal that is no provider",
    resources: [trustingRole("people", trusts({ Federated: `${account}:role/EntraID` }, undefined, "sts:AssumeRole"))],
    findings: [at("people", `the trust policy names "${account}:role/EntraID", which is no SAML or OIDC provider`, "")],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined: unreadTrustExamples };
