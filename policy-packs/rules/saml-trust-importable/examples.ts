import { partitions } from "#core/aws";
import type { ExampleResource, RuleExample, RuleExamples } from "../example";
import { trustingRole, trusts, unreadTrustExamples } from "../trust-examples";

const provider = "arn:aws:iam::111122223333:saml-provider/EntraID";
const second = "arn:aws:iam::111122223333:saml-provider/Other";
const aud = (...values: readonly string[]): object => ({ StringEquals: { "SAML:aud": values } });
const endpoint = "https://signin.aws.amazon.com/saml";
const people = (condition: object | undefined, Federated: unknown = provider, action?: unknown): object =>
  trusts({ Federated }, condition, action ?? "sts:AssumeRoleWithSAML");

const importJob: ExampleResource = {
  type: "azuread:index/synchronizationJob:SynchronizationJob",
  name: "import",
  properties: { templateId: "aws" },
};

const withTags = people(aud(endpoint), provider, ["sts:AssumeRoleWithSAML", "sts:TagSession"]);

const passing: readonly RuleExample[] = [
  {
    title: "one provider and the sign-in endpoint, imported",
    resources: [trustingRole("Developer", people(aud(endpoint))), importJob],
    findings: [],
  },
  {
    title: "the endpoints of a region and of another partition",
    resources: [
      trustingRole("Regional", people(aud(endpoint, "https://eu-west-1.signin.aws.amazon.com/saml"))),
      trustingRole(
        "Government",
        people(aud(partitions["aws-us-gov"].samlEndpoint), "arn:aws-us-gov:iam::111122223333:saml-provider/EntraID"),
      ),
    ],
    findings: [],
  },
  {
    title: "session tags on a role that is declared",
    resources: [trustingRole("Tagged", withTags)],
    findings: [],
  },
  {
    title: "session tags, where no role has to be imported",
    resources: [trustingRole("Tagged", withTags), importJob],
    settings: { imported: "none" },
    findings: [],
  },
  {
    title: "a role that nobody signs in to",
    resources: [trustingRole("Machine", trusts({ Service: "ec2.amazonaws.com" })), importJob],
    findings: [],
  },
];

const at = (
  resource: string,
  message: string,
  element = ".Statement[0].Condition",
): RuleExample["findings"][number] => ({
  outcome: "violation",
  resource,
  property: `assumeRolePolicy${element}`,
  message,
});

const violations: readonly RuleExample[] = [
  {
    title: "no audience, or one that a response without it fulfils",
    resources: [
      trustingRole("None", people(undefined)),
      trustingRole("Optional", people({ StringEqualsIfExists: { "SAML:aud": endpoint } })),
      trustingRole("Any", people({ StringLike: { "SAML:aud": "*" } })),
    ],
    findings: ["None", "Optional", "Any"].map((role) =>
      at(role, `the trust policy does not demand SAML:aud, which is ${endpoint}`),
    ),
  },
  {
    title: "an audience that is no sign-in endpoint of the partition",
    resources: [
      trustingRole("Entity", people(aud("urn:amazon:webservices"))),
      trustingRole("Fragment", people(aud(`${endpoint}#111122223333`, endpoint))),
      trustingRole("Elsewhere", people(aud(partitions["aws-cn"].samlEndpoint))),
    ],
    findings: [
      ["Entity", "urn:amazon:webservices"],
      ["Fragment", `${endpoint}#111122223333`],
      ["Elsewhere", partitions["aws-cn"].samlEndpoint],
    ].map(([role = "", audience = ""]) =>
      at(
        role,
        `the trust policy takes responses for "${audience}", which is no sign-in endpoint of partition aws: that is ${endpoint}`,
      ),
    ),
  },
  {
    title: "two providers, in one statement or in two",
    resources: [
      trustingRole("Together", people(aud(endpoint), [provider, second])),
      trustingRole("Apart", people(aud(endpoint)), people(aud(endpoint), second)),
    ],
    findings: ["Together", "Apart"].map((role) =>
      at(
        role,
        `the trust policy names 2 SAML providers ("${provider}", "${second}"), and the role import takes a role with exactly one`,
        ".Statement[0].Principal",
      ),
    ),
  },
  {
    title: "more than the one action, where roles are imported",
    resources: [trustingRole("Tagged", withTags), importJob],
    findings: [
      at(
        "Tagged",
        "Entra's role import leaves the role out: the trust policy allows 2 actions: sts:AssumeRoleWithSAML, sts:TagSession",
        "",
      ),
    ],
  },
  {
    title: "more than the one action, where every role has to be importable",
    resources: [trustingRole("Tagged", withTags)],
    settings: { imported: "all" },
    findings: [
      at(
        "Tagged",
        "Entra's role import leaves the role out: the trust policy allows 2 actions: sts:AssumeRoleWithSAML, sts:TagSession",
        "",
      ),
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined: unreadTrustExamples };
