import { readFileSync } from "node:fs";
import { join } from "node:path";

import { AssumeRoleWithSAMLCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";

import { encodeResponse, signedResponse } from "#core/saml/response";
import { createRole, roleOf } from "../../../emulators/aws/state/roles";
import { federate, firstKey, secondKey } from "../../../emulators/aws/testing/federation";
import { clock, refusal, serveWith } from "../../../emulators/aws/testing/served-accounts";
import { acceptsXmlsec1, skipWithoutXmlsec1 } from "../../parity/saml-judges";
import { signedElement } from "../../fixtures/signed-element";
import { developerResponse } from "../../fixtures/test-response";
import { type Attack, type AttackGroup, controls, samlAttacks, type Scene } from ".";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented codes and words where the group's source names
// them, and else as the group's source says (2026-11-24). No attack was tried on AWS itself.

function sceneAt(now: Date): Scene {
  const spec = {
    ...developerResponse,
    issueInstant: now,
    authnInstant: now,
    notBefore: new Date(now.getTime() - 300_000),
    notOnOrAfter: new Date(now.getTime() + 3600_000),
  };
  return {
    now,
    tenant: firstKey,
    forger: secondKey,
    spec,
    issue: (change = {}, by = firstKey) => signedResponse({ ...spec, ...change }, by),
    resign: (xml) => signedElement(xml.replace(/<Signature .*?<\/Signature>/, ""), "Assertion", firstKey),
  };
}

/** An account with the roles Developer, Auditor and Administrator, which all trust the tenant. */
const serve = () =>
  serveWith((account) => {
    account.change((draft, invention) => {
      federate(draft);
      const { trustPolicy } = roleOf(draft, "Developer");
      for (const name of ["Administrator", "Auditor"]) createRole(draft, { name, trustPolicy }, invention);
    });
  });

/** The one interpreter: presents the response at each of its times, and tells what STS answered each time. */
async function answersTo({ response, encode = encodeResponse, role = "Developer", after = [0] }: Attack) {
  const { url } = await serve();
  const sts = new STSClient({ endpoint: url, region: "us-east-1", maxAttempts: 1 });
  const SAMLAssertion = encode(response(sceneAt(new Date())));
  const answers: string[] = [];
  for (const seconds of after) {
    clock.ahead = seconds * 1000;
    const call = sts.send(
      new AssumeRoleWithSAMLCommand({
        RoleArn: `arn:aws:iam::111122223333:role/${role}`,
        PrincipalArn: "arn:aws:iam::111122223333:saml-provider/EntraID",
        SAMLAssertion,
      }),
    );
    answers.push(await refusal(call.then(({ AssumedRoleUser }) => told(AssumedRoleUser?.Arn))));
  }
  return answers;
}

/** Who is signed in is thrown, so that an answer is one text, whatever it says. */
function told(arn = ""): never {
  throw Object.assign(new Error(arn.split("/").at(-1)), { name: "session" });
}

function each({ attacks, answer }: AttackGroup) {
  return attacks.map((attack): [string, Attack, string] => [attack.name, attack, attack.answer ?? answer]);
}

describe.each([controls, ...samlAttacks].map((group): [string, AttackGroup] => [group.what, group]))(
  "%s:",
  (_, group) => {
    it.each(each(group))("%s", async (_name, attack, answer) => {
      expect(await answersTo(attack)).toEqual((attack.after ?? [0]).map(() => answer));
    });
  },
);

describe("xmlsec1, which looks at nothing but the signature, takes", () => {
  const deceptive = samlAttacks.flatMap(({ attacks }) => attacks.filter(({ signatureIsGood }) => signatureIsGood));

  it.for(deceptive)("$name", ({ response }, context) => {
    skipWithoutXmlsec1(context);
    expect(acceptsXmlsec1(response(sceneAt(new Date())), firstKey.certificate)).toMatchObject({ accepted: true });
  });
});

describe("docs/sign-in.md", () => {
  it("names each kind of attack with its error, in this order", () => {
    const page = readFileSync(join(__dirname, "../../../docs/sign-in.md"), "utf8");
    const section = page.split("\n### What is refused, and with which error\n")[1]?.split("\n## ")[0] ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("|"));
    const cells = rows.map((row) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    expect(cells.slice(2)).toEqual(samlAttacks.map(({ what, answer }) => [what, documented(answer)]));
  });
});

/** An answer as the page has it: AWS's code, and no value that differs from attack to attack. */
function documented(answer: string): string {
  const [name = "", ...message] = answer.split(": ");
  const text = message
    .join(": ")
    .replace(/^(Invalid SAML response: ).*/, "$1…")
    .replace(/'A+…'/, "'…'");
  return `\`${name.replace("InvalidIdentityTokenException", "InvalidIdentityToken")}\` ${text}`;
}
