import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { diagnoseResponse, type FederationSettings, type KnownProvider, type KnownRole } from "#core/saml/diagnosis";
import { parsePolicy } from "#core/aws/policy";
import { decodeResponse, encodeResponse, type ResponseSpec, signedResponse } from "#core/saml/response";
import type { Account } from "../../emulators/aws/state/account";
import { arnOfRole, createRole, updateRole } from "../../emulators/aws/state/roles";
import { arnOfSamlProvider } from "../../emulators/aws/state/saml-providers";
import { assumeRoleWithSaml } from "../../emulators/aws/state/sign-in/assume-role-with-saml";
import {
  attributesWith,
  developerArns,
  federatedAccount,
  firstKey,
  inventionAt,
  issuedAt,
  refusalOf,
  responseWith,
  secondKey,
} from "../../emulators/aws/testing/federation";
import { developerResponse } from "../fixtures/test-response";
import { alterations } from "./saml-alterations";

// Judge: the emulated STS, which shares with the diagnosis the verification of signatures, the trust evaluator and the
// table of words, and none of the checks nor their order.

const later = (seconds: number): Date => new Date(issuedAt.getTime() + seconds * 1000);

/** All that can be known of an account. */
function settingsOf(account: Account): FederationSettings {
  const providers = account.samlProviders.map((one): [string, KnownProvider] => [
    arnOfSamlProvider(account, one.name),
    { metadata: one.metadata },
  ]);
  const roles = account.roles.map((role): [string, KnownRole] => {
    const parsed = parsePolicy(role.trustPolicy);
    if ("malformed" in parsed) throw new Error(parsed.malformed.message);
    return [arnOfRole(account, role), { trustPolicy: parsed.document, maxSessionDuration: role.maxSessionDuration }];
  });
  const absent = "arn:aws:iam::111122223333:saml-provider/Other";
  return {
    providers: new Map<string, KnownProvider>([[absent, "absent"], ...providers]),
    roles: new Map<string, KnownRole>([["arn:aws:iam::111122223333:role/Auditor", "absent"], ...roles]),
  };
}

type Arns = Readonly<Record<"roleArn" | "principalArn", string>>;

/** What the emulated STS answers, and what the diagnosis says that AWS answers. */
function both(samlResponse: string, account: Account, now: Date, arns: Arns = developerArns) {
  const judged = refusalOf(() =>
    assumeRoleWithSaml(structuredClone(account), { ...arns, samlResponse }, inventionAt(now)),
  );
  const decoded = decodeResponse(samlResponse);
  if ("refusal" in decoded) throw new Error(decoded.refusal.message);
  const { verdicts } = diagnoseResponse(decoded.xml, settingsOf(account), now, { role: arns.roleArn });
  const { outcome, awsError } = verdicts.api;
  const told = awsError === undefined ? outcome : `${awsError.code}: ${awsError.message}`;
  return { judged: judged === "nothing was refused" ? "accepted" : judged, told };
}

const auditor = { ...developerArns, roleArn: "arn:aws:iam::111122223333:role/Auditor" } as const;
const other = { ...developerArns, principalArn: "arn:aws:iam::111122223333:saml-provider/Other" } as const;
const pairOf = (role: string, provider: string) => [`${role},${provider}`];

interface Change {
  readonly name: string;
  readonly change: Partial<ResponseSpec>;
  /** After its issue. */
  readonly seconds: number;
}

const changes: readonly Change[] = (
  [
    ["nothing", {}],
    ["nothing, five minutes later", {}, 300],
    ["nothing, too late", {}, 301],
    ["nothing, an hour later", {}, 3600],
    ["another issuer", { issuer: "https://sts.windows.net/other/" }],
    ["another recipient", { recipient: "https://signin.amazonaws.cn/saml" }],
    ["a region's recipient", { recipient: "https://eu-west-1.signin.aws.amazon.com/saml" }],
    ["another audience", { audience: "https://signin.example.com/saml" }],
    ["AWS's other audience", { audience: "urn:amazon:webservices" }],
    ["a start to come", { notBefore: later(60) }],
    ["an end that has passed", { notOnOrAfter: later(5) }],
    ["a session's end that has passed", { sessionNotOnOrAfter: later(5) }],
    ["a session's end to come", { sessionNotOnOrAfter: later(5000) }],
    ["no session name", { attributes: attributesWith({ RoleSessionName: undefined }) }],
    ["two session names", { attributes: attributesWith({ RoleSessionName: ["ab", "cd"] }) }],
    ["a guest's session name", { attributes: attributesWith({ RoleSessionName: ["a_b.com#EXT#@contoso.com"] }) }],
    ["a short duration", { attributes: attributesWith({ SessionDuration: ["899"] }) }],
    ["the shortest duration", { attributes: attributesWith({ SessionDuration: ["900"] }) }],
    ["the longest duration", { attributes: attributesWith({ SessionDuration: ["43200"] }) }],
    ["a long duration", { attributes: attributesWith({ SessionDuration: ["43201"] }) }],
    ["a duration in words", { attributes: attributesWith({ SessionDuration: ["an hour"] }) }],
    ["no role", { attributes: attributesWith({ Role: undefined }) }],
    ["a malformed role", { attributes: attributesWith({ Role: ["Developer"] }) }],
    [
      "roles the other way round",
      { attributes: attributesWith({ Role: pairOf(developerArns.principalArn, developerArns.roleArn) }) },
    ],
    ["another role", { attributes: attributesWith({ Role: pairOf(auditor.roleArn, auditor.principalArn) }) }],
    ["a tag", { attributes: attributesWith({ "PrincipalTag:Team": ["blue"] }) }],
    ["a source identity", { attributes: attributesWith({ SourceIdentity: ["somebody"] }) }],
    ["another person", { nameId: { format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", value: "opaque" } }],
  ] as const satisfies readonly (readonly [string, Partial<ResponseSpec>, number?])[]
).map(([name, change, seconds = 10]) => ({ name, change, seconds }));

const trusts: readonly (readonly [name: string, Statement: object])[] = [
  ["nobody", { Effect: "Deny", Principal: "*", Action: "sts:*" }],
  [
    "the provider without condition",
    { Effect: "Allow", Principal: { Federated: developerArns.principalArn }, Action: "sts:*" },
  ],
  [
    "another recipient",
    {
      Effect: "Allow",
      Principal: { Federated: developerArns.principalArn },
      Action: "sts:AssumeRoleWithSAML",
      Condition: { StringEquals: { "SAML:aud": "https://signin.amazonaws.cn/saml" } },
    },
  ],
  [
    "tags of one team",
    {
      Effect: "Allow",
      Principal: { Federated: developerArns.principalArn },
      Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
      Condition: { StringEqualsIfExists: { "aws:RequestTag/Team": "blue" }, StringNotEquals: { "saml:sub": "x" } },
    },
  ],
];

describe("the first error that the diagnosis names is the emulated STS's", () => {
  it.each(changes)("for a response with $name", ({ change, seconds }) => {
    const { judged, told } = both(responseWith(change), federatedAccount(), later(seconds));
    expect(told).toBe(judged);
  });

  it.each(alterations(signedResponse(developerResponse, firstKey)))("for one changed character in $name", ({ xml }) => {
    const { judged, told } = both(encodeResponse(xml), federatedAccount(), later(10));
    expect(told).toBe(judged);
    expect(told).toBe("InvalidIdentityToken: Response signature invalid");
  });

  it.each([
    ["no XML", "<samlp:Response"],
    ["no response", "<a/>"],
    ["a document type", `<!DOCTYPE a [<!ENTITY b "c">]>${signedResponse(developerResponse, firstKey)}`],
    ["two assertions", signedResponse(developerResponse, firstKey).replace(/(<Assertion.*<\/Assertion>)/s, "$1$1")],
    ["no signature", signedResponse(developerResponse, firstKey).replace(/<Signature .*<\/Signature>/s, "")],
    ["a failure", signedResponse(developerResponse, firstKey).replace("status:Success", "status:Responder")],
  ])("for a document with %s", (_, xml) => {
    const { judged, told } = both(encodeResponse(xml), federatedAccount(), later(10));
    expect(told).toBe(judged);
    expect(told).not.toBe("accepted");
  });

  it.each(trusts)("where the role trusts %s", (_, Statement) => {
    const account = federatedAccount();
    updateRole(account, { name: "Developer", trustPolicy: JSON.stringify({ Version: "2012-10-17", Statement }) });
    for (const { change } of changes) {
      const { judged, told } = both(responseWith(change), account, later(10));
      expect(told).toBe(judged);
    }
  });

  it("for a provider that is not there", () => {
    const attributes = attributesWith({ Role: pairOf(other.roleArn, other.principalArn) });
    const { judged, told } = both(responseWith({ attributes }), federatedAccount(), later(10), other);
    expect(told).toBe(judged);
    expect(told).toBe("InvalidIdentityToken: Specified provider doesn't exist.");
  });

  it("whatever goes wrong together, whoever signed it and whenever it comes", () => {
    const account = federatedAccount();
    createRole(
      account,
      { name: "Auditor", trustPolicy: account.roles[0]?.trustPolicy ?? "", maxSessionDuration: 3600 },
      inventionAt(issuedAt),
    );
    const some = fc.subarray(
      changes.map(({ name }) => name),
      { maxLength: 6 },
    );
    const when = fc.constantFrom(0, 10, 299, 300, 301, 3599, 3600, 7200);
    const strangers = fc.constantFrom(false, false, false, true);
    fc.assert(
      fc.property(
        some,
        when,
        strangers,
        fc.constantFrom<Arns>(developerArns, auditor),
        (names, seconds, isStranger, arns) => {
          const parts = changes.flatMap(({ name, change }) => (names.includes(name) ? [change] : []));
          const attributes = parts.flatMap((part) => part.attributes ?? []);
          const merged = Object.assign(
            {},
            ...parts,
            attributes.length > 0 ? { attributes: byName(attributes) } : {},
          ) as Partial<ResponseSpec>;
          const { judged, told } = both(
            responseWith(merged, isStranger ? secondKey : firstKey),
            account,
            later(seconds),
            arns,
          );
          expect(told).toBe(judged);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** One attribute a name, the last one that was given. */
function byName(attributes: ResponseSpec["attributes"]): ResponseSpec["attributes"] {
  return [...new Map(attributes.map((one) => [one.name, one])).values()];
}
