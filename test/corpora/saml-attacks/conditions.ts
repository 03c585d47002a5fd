import { attributesWith } from "../../../emulators/aws/testing/federation";
import { type AttackGroup, type Scene } from "./attack";
import { troubleshooting } from "./forging";
import { changed } from "./pieces";

const assertions = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html";

const seconds = ({ now }: Scene, count: number): Date => new Date(now.getTime() + count * 1000);
const invalid = (message: string): string => `InvalidIdentityTokenException: ${message}`;

const restriction = /<AudienceRestriction>.*<\/AudienceRestriction>/;

export const audience: AttackGroup = {
  what: "another audience",
  answer: invalid("Response does not contain the required audience."),
  source: troubleshooting,
  attacks: [
    {
      name: "of another service",
      response: ({ issue }) => issue({ audience: "https://other.example/saml" }),
    },
    {
      name: "with the fragment that Entra strips",
      response: ({ issue, spec }) => issue({ audience: `${spec.audience}#111122223333` }),
    },
    {
      name: "that begins as AWS's",
      response: ({ issue, spec }) => issue({ audience: `${spec.audience}.evil.example` }),
    },
    { name: "with a line feed at its end", response: ({ issue, spec }) => issue({ audience: `${spec.audience}\n` }) },
    { name: "none", response: (scene) => resigned(scene, restriction, "") },
    {
      name: "beside AWS's, in a restriction of its own, which has to be met too",
      response: (scene) =>
        resigned(scene, restriction, (own) => own + own.replace(/<Audience>[^<]*/, "<Audience>https://other.example/")),
    },
  ],
};

export const recipient: AttackGroup = {
  what: "another recipient",
  answer: invalid("Response does not contain the required recipient."),
  source: `${assertions}; wording ours`,
  attacks: [
    { name: "of another service", response: ({ issue }) => issue({ recipient: "https://other.example/saml" }) },
    {
      name: "of another partition",
      response: ({ issue }) => issue({ recipient: "https://signin.amazonaws.cn/saml" }),
    },
    {
      name: "that begins as AWS's",
      response: ({ issue }) => issue({ recipient: "https://signin.aws.amazon.com.evil.example/saml" }),
    },
    {
      name: "that ends as that of a region",
      response: ({ issue }) => issue({ recipient: "https://evil.example/.signin.aws.amazon.com/saml" }),
    },
    {
      name: "of a region that is none",
      response: ({ issue }) => issue({ recipient: "https://evil.signin.aws.amazon.com/saml" }),
    },
    {
      name: "with an encoded line feed at its end",
      response: ({ issue, spec }) => issue({ recipient: `${spec.recipient}\n` }),
    },
  ],
};

export const issuer: AttackGroup = {
  what: "another issuer, signed by the provider's key",
  answer: invalid("Issuer not present in specified provider"),
  source: troubleshooting,
  attacks: [
    { name: "another tenant", response: ({ issue }) => issue({ issuer: "https://sts.windows.net/other/" }) },
    {
      name: "the tenant with white space at its end",
      response: ({ issue, spec }) => issue({ issuer: `${spec.issuer} ` }),
    },
  ],
};

export const notYet: AttackGroup = {
  what: "not yet valid, or issued in the future",
  answer: invalid("Response is not yet valid."),
  source: "saml-core-2.0-os 2.5.1.2; wording ours",
  attacks: [
    {
      name: "not before a minute from now",
      response: (scene) => scene.issue({ notBefore: seconds(scene, 60) }),
    },
    {
      name: "issued a minute from now, to be redeemed for longer",
      response: (scene) => scene.issue({ issueInstant: seconds(scene, 60) }),
    },
  ],
};

export const expired: AttackGroup = {
  what: "expired",
  answer: "ExpiredTokenException: Response has expired.",
  source: "saml-core-2.0-os 2.5.1.2; wording ours, code documented by AssumeRoleWithSAML",
  attacks: [
    {
      name: "within the five minutes of its issue",
      after: [61],
      response: (scene) => scene.issue({ notOnOrAfter: seconds(scene, 60) }),
    },
    {
      name: "by its conditions alone",
      after: [61],
      response: (scene) => resigned(scene, ...ending(scene, "Conditions ")),
    },
    {
      name: "by its subject's confirmation alone",
      after: [61],
      response: (scene) => resigned(scene, ...ending(scene, "SubjectConfirmationData ")),
    },
    {
      name: "by the end of the person's session at the identity provider",
      after: [61],
      response: (scene) => scene.issue({ sessionNotOnOrAfter: seconds(scene, 60) }),
    },
  ],
};

export const late: AttackGroup = {
  what: "redeemed more than five minutes after its issue",
  answer: "ExpiredTokenException: Token must be redeemed within 5 minutes of issuance",
  source: "https://github.com/Versent/saml2aws/issues/526",
  attacks: [{ name: "a second later", after: [301], response: ({ issue }) => issue() }],
};

export const confirmation: AttackGroup = {
  what: "another number or kind of subject confirmations",
  answer: invalid("Response must contain exactly one bearer SubjectConfirmation with NotOnOrAfter and Recipient."),
  source: `${assertions}; wording ours`,
  attacks: [
    {
      name: "none, in a response that the tenant's key signed",
      response: (scene) => resigned(scene, /<SubjectConfirmation .*<\/SubjectConfirmation>/, ""),
    },
    {
      name: "two, the second for another recipient",
      response: (scene) =>
        resigned(
          scene,
          /<SubjectConfirmation .*<\/SubjectConfirmation>/,
          (own) => own + own.replace("signin.aws.amazon.com", "other.example"),
        ),
    },
    {
      name: "for no recipient",
      response: (scene) => resigned(scene, / Recipient="[^"]*"/, ""),
    },
    {
      name: "without an end",
      response: (scene) => resigned(scene, /(<SubjectConfirmationData) NotOnOrAfter="[^"]*"/, "$1"),
    },
    {
      name: "holder-of-key, whose key AWS does not ask for",
      response: (scene) => resigned(scene, "cm:bearer", "cm:holder-of-key"),
    },
  ],
};

export const sessionName: AttackGroup = {
  what: "a session name that AWS does not take",
  answer: invalid("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"),
  source: troubleshooting,
  attacks: [
    {
      name: "with an encoded line feed at its end",
      response: ({ issue }) => issue({ attributes: attributesWith({ RoleSessionName: ["admin\n"] }) }),
    },
    {
      name: "two of them",
      response: ({ issue }) => issue({ attributes: attributesWith({ RoleSessionName: ["developer", "admin"] }) }),
    },
  ],
};

export const roles: AttackGroup = {
  what: "a role that the response does not offer together with this provider",
  answer: "AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML",
  source: troubleshooting,
  attacks: [
    { name: "another role of the account", role: "Administrator", response: ({ issue }) => issue() },
    {
      name: "a role with another provider",
      response: ({ issue }) =>
        issue({
          attributes: attributesWith({
            Role: ["arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/Other"],
          }),
        }),
    },
    {
      name: "a pair with an encoded line feed at its end",
      response: ({ issue }) =>
        issue({
          attributes: attributesWith({
            Role: ["arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID\n"],
          }),
        }),
    },
  ],
};

/** A place and its change that lets one element end a minute after the issue. */
function ending(scene: Scene, element: string): [RegExp, (whole: string) => string] {
  const end = `NotOnOrAfter="${seconds(scene, 60).toISOString()}"`;
  return [new RegExp(`<${element}[^>]*>`), (whole) => whole.replace(/NotOnOrAfter="[^"]*"/, end)];
}

/** What a careless or foreign identity provider might sign: the place is changed before the signature is made. */
function resigned(scene: Scene, place: string | RegExp, replacement: string | ((whole: string) => string)): string {
  return scene.resign(changed(scene.issue(), place, replacement));
}
