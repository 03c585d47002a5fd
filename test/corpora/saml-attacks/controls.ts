import { signedElement } from "../../fixtures/signed-element";
import { type AttackGroup, signedIn } from "./attack";
import { changed } from "./pieces";

/** What is no attack: were it refused, the other answers would prove nothing. */
export const controls: AttackGroup = {
  what: "no attack",
  answer: signedIn,
  source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
  attacks: [
    {
      name: "the response as the tenant issues it: a signed assertion in an unsigned response",
      response: ({ issue }) => issue(),
    },
    {
      // Reported: https://github.com/Versent/saml2aws/issues/526
      name: "the same response twice, within five minutes of its issue",
      after: [0, 240, 299],
      response: ({ issue }) => issue(),
    },
    {
      name: "a signed assertion in a signed response",
      response: ({ issue, tenant }) => signedElement(issue(), "Response", tenant),
    },
    {
      name: "the tenant's signature made again, as every attack here that signs makes it",
      response: (scene) => scene.resign(scene.issue()),
    },
    {
      name: "a comment between elements",
      response: ({ issue }) => changed(issue(), "<Conditions ", "<!-- made by nobody -->$&"),
    },
    {
      name: "a name in one CDATA section",
      response: ({ issue }) => changed(issue(), /(<NameID[^>]*>)([^<]*)/, "$1<![CDATA[$2]]>"),
    },
    {
      name: "base64 in lines",
      response: ({ issue }) => issue(),
      encode: (xml) => Buffer.from(xml).toString("base64").replace(/.{76}/g, "$&\r\n"),
    },
    {
      name: "another role that the response offers",
      role: "Auditor",
      response: ({ issue }) => issue(),
    },
  ],
};
