import { describe, expect, it } from "vitest";
import { federatedTrustPolicy } from "#core/aws/policy";
import { buildMetadata } from "#core/saml/metadata";
import { type ResponseSpec, signedResponse } from "#core/saml/response";
import { testCertificate } from "../../../test/fixtures/test-certificate";
import { developerResponse } from "../../../test/fixtures/test-response";
import { diagnoseResponse } from "./diagnose-response";
import type { Diagnosis } from "./diagnosis";
import { type FederationSettings, type FederationStack, type KnownRole, nothingKnown } from "./federation-settings";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const providerArn = "arn:aws:iam::111122223333:saml-provider/EntraID";
const developer = "arn:aws:iam::111122223333:role/Developer";
const auditor = "arn:aws:iam::111122223333:role/Auditor";
const attribute = "https://aws.amazon.com/SAML/Attributes/";
const key = testCertificate();
const newKey = testCertificate();
const soon = new Date(developerResponse.issueInstant.getTime() + 10_000);

const trustPolicy = federatedTrustPolicy({
  samlProviderArn: providerArn,
  audience: "https://signin.aws.amazon.com/saml",
});
const role: KnownRole = { trustPolicy, maxSessionDuration: 3600 };
const known: FederationSettings = {
  providers: new Map([[providerArn, { metadata: buildMetadata({ tenantId, certificates: [key.certificate] }) }]]),
  roles: new Map<string, KnownRole>([
    [developer, role],
    [auditor, "absent"],
  ]),
};
const stack: FederationStack = {
  name: "account1",
  accountId: "111122223333",
  partition: "aws",
  samlProviderArn: providerArn,
  roleArns: [developer],
  sessionDuration: 3600,
  sessionNameSource: "userprincipalname",
};

function response(change: Partial<ResponseSpec> = {}, by = key): string {
  return signedResponse({ ...developerResponse, ...change }, by);
}

/** The developer's attributes, with one of AWS's replaced. */
function withAttribute(name: string, ...values: string[]): Pick<ResponseSpec, "attributes"> {
  const others = developerResponse.attributes.filter((one) => one.name !== attribute + name);
  return { attributes: [...others, { name: attribute + name, values }] };
}

/** Name → outcome of every check of the response and of its first role. */
function outcomes({ providers, response: own, roles }: Diagnosis): Record<string, string> {
  const checks = [...(providers[0]?.checks ?? []), ...own, ...(roles[0]?.checks ?? [])];
  return Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]));
}

function checkOf({ providers, response: own, roles }: Diagnosis, wanted: string) {
  const all = [...providers, ...roles].flatMap(({ checks }) => checks).concat(own);
  return all.find(({ name }) => name === wanted);
}

const allWell = {
  provider: "ok",
  document: "ok",
  certificate: "ok",
  signature: "ok",
  issuer: "ok",
  "subject confirmation": "ok",
  recipient: "ok",
  audience: "ok",
  "not before": "ok",
  redemption: "ok",
  "not on or after": "ok",
  "session name": "ok",
  "session duration": "ok",
  "session tags": "ok",
  "session end": "ok",
  role: "ok",
  trust: "ok",
  duration: "ok",
};

describe("a response that AWS takes", () => {
  it("passes every check, and one role that cannot be taken does not spoil the others", () => {
    const diagnosis = diagnoseResponse(response(), { ...known, stack }, soon);
    expect(outcomes(diagnosis)).toEqual({ ...allWell, stack: "ok" });
    expect(diagnosis.verdicts).toEqual({
      console: { outcome: "accepted", open: [] },
      api: { outcome: "accepted", open: [] },
    });
    expect(diagnosis.roles.map(({ roleArn, verdicts }) => [roleArn, verdicts.console.outcome])).toEqual([
      [developer, "accepted"],
      [auditor, "refused"],
    ]);
  });

  it("is refused for the one role that is asked for, by ARN or name", () => {
    for (const wanted of [auditor, "Auditor"]) {
      const { verdicts, roles } = diagnoseResponse(response(), known, soon, { role: wanted });
      expect(roles).toHaveLength(1);
      expect(verdicts.console).toMatchObject({ outcome: "refused", check: "role", awsError: { code: "AccessDenied" } });
    }
    const { verdicts } = diagnoseResponse(response(), known, soon, { role: "Owner" });
    expect(verdicts.console.remedy).toMatch(/assign the person/);
  });
});

describe("a response of which everything is wrong", () => {
  const wrong = response(
    {
      issuer: "https://sts.windows.net/other/",
      recipient: "https://signin.amazonaws.cn/saml",
      audience: "https://signin.example.com/saml",
      notBefore: new Date(soon.getTime() + 86_400_000),
      notOnOrAfter: new Date(soon.getTime() - 86_400_000),
      issueInstant: new Date(soon.getTime() - 600_000),
      sessionNotOnOrAfter: new Date(soon.getTime() - 1000),
      attributes: [
        { name: `${attribute}Role`, values: [`${auditor},${providerArn}`] },
        { name: `${attribute}RoleSessionName`, values: ["a_b.example#EXT#@contoso.onmicrosoft.com"] },
        { name: `${attribute}SessionDuration`, values: ["60"] },
      ],
    },
    newKey,
  );

  it("has every failure shown, and the first one named", () => {
    const diagnosis = diagnoseResponse(wrong, { ...known, stack }, soon);
    const refused = ["certificate", "signature", "issuer", "recipient", "audience", "not before", "redemption"];
    const more = ["not on or after", "session name", "session duration", "session end", "role"];
    expect(outcomes(diagnosis)).toEqual({
      ...allWell,
      ...Object.fromEntries([...refused, ...more].map((name) => [name, "refused"])),
      trust: "unknown",
      stack: "warning",
    });
    expect(diagnosis.verdicts.console).toMatchObject({
      outcome: "refused",
      check: "certificate",
      awsError: { code: "InvalidIdentityToken", message: "Response signature invalid" },
      open: [],
    });
  });

  it("names neither the person nor anything with which somebody could sign in", () => {
    for (const xml of [wrong, response(withAttribute("PrincipalTag:Team", "secret-team"))]) {
      const text = JSON.stringify(diagnoseResponse(xml, { ...known, stack }, soon));
      expect(text).not.toMatch(/Test-AWSDeveloper|a_b\.example|contoso\.onmicrosoft|secret-team/);
      const values = [...xml.matchAll(/>([A-Za-z0-9+/=]{24,})</g)].map(([, value = ""]) => value.slice(0, 24));
      expect(values.length).toBeGreaterThan(2);
      for (const value of values) expect(text).not.toContain(value);
    }
  });
});

describe("a signature", () => {
  it("by a new certificate tells to upload the metadata, and that nothing was changed on the way", () => {
    const diagnosis = diagnoseResponse(response({}, newKey), known, soon);
    expect(checkOf(diagnosis, "certificate")).toMatchObject({
      outcome: "refused",
      remedy: expect.stringMatching(/upload its metadata/) as string,
    });
    expect(checkOf(diagnosis, "signature")?.given).toBe("intact, by a certificate that the provider does not know");
  });

  it("over something else tells that the response was changed", () => {
    const diagnosis = diagnoseResponse(response().replace("role/Developer", "role/Owner"), known, soon);
    expect(checkOf(diagnosis, "certificate")?.outcome).toBe("ok");
    expect(checkOf(diagnosis, "signature")).toMatchObject({ outcome: "refused", given: "broken" });
  });

  it("by a certificate past its date is taken, with a warning", () => {
    const old = testCertificate({ notAfter: new Date("2026-02-01T00:00:00Z") });
    const metadata = buildMetadata({ tenantId, certificates: [old.certificate] });
    const diagnosis = diagnoseResponse(
      response({}, old),
      { ...known, providers: new Map([[providerArn, { metadata }]]) },
      soon,
    );
    expect(checkOf(diagnosis, "certificate")).toMatchObject({
      outcome: "warning",
      given: expect.stringMatching(/28 days ago$/) as string,
    });
    expect(diagnosis.verdicts.console.outcome).toBe("accepted");
  });
});

describe("what is not known", () => {
  it("is never taken for granted", () => {
    const diagnosis = diagnoseResponse(response(), nothingKnown, soon);
    expect(diagnosis.verdicts.console).toEqual({
      outcome: "undetermined",
      open: ["provider", "certificate", "signature", "issuer", "role", "trust", "duration"],
    });
    expect(checkOf(diagnosis, "signature")?.given).toBe("intact by its own certificate");
  });

  it("does not hide what is refused, and is named as what could refuse first", () => {
    const late = new Date(soon.getTime() + 3_600_000);
    const { verdicts } = diagnoseResponse(response(), nothingKnown, late);
    expect(verdicts.console).toMatchObject({
      outcome: "refused",
      check: "redemption",
      open: ["provider", "certificate", "signature", "issuer"],
    });
    expect(verdicts.console.remedy).toContain("--at 2026-03-01T12:00:00.000Z");
  });

  it("is less with a metadata document", () => {
    const metadata = buildMetadata({ tenantId, certificates: [key.certificate] });
    const diagnosis = diagnoseResponse(response(), { ...nothingKnown, metadata }, soon);
    expect(outcomes(diagnosis)).toMatchObject({
      provider: "unknown",
      signature: "ok",
      certificate: "ok",
      issuer: "ok",
    });
  });

  it("leaves a trust policy open that hangs on where the request comes from", () => {
    const [statement] = trustPolicy.Statement;
    const guarded = {
      ...trustPolicy,
      Statement: [
        { ...statement, Effect: "Allow", Condition: { IpAddress: { "aws:SourceIp": ["192.0.2.0/24"] } } } as const,
      ],
    };
    const roles = new Map<string, KnownRole>([[developer, { trustPolicy: guarded, maxSessionDuration: 3600 }]]);
    const diagnosis = diagnoseResponse(response(), { ...known, roles }, soon, { role: "Developer" });
    expect(checkOf(diagnosis, "trust")).toMatchObject({
      outcome: "unknown",
      given: expect.stringContaining("aws:sourceip") as string,
    });
  });
});

describe("a duration over the role's maximum", () => {
  it("ends the sign-in to the console alone", () => {
    const { verdicts, roles } = diagnoseResponse(response(withAttribute("SessionDuration", "7200")), known, soon, {
      role: "Developer",
    });
    expect(roles[0]?.checks.find(({ name }) => name === "duration")).toMatchObject({
      outcome: "refused",
      only: "console",
    });
    expect(verdicts.console).toMatchObject({ outcome: "refused", awsError: { code: "ValidationError" } });
    expect(verdicts.api.outcome).toBe("accepted");
  });
});

describe("session tags", () => {
  it("need sts:TagSession, of which the trust of an imported role must have nothing", () => {
    const diagnosis = diagnoseResponse(response(withAttribute("PrincipalTag:Team", "blue")), known, soon, {
      role: "Developer",
    });
    expect(checkOf(diagnosis, "trust")?.outcome).toBe("ok");
    expect(checkOf(diagnosis, "trust, sts:TagSession")).toMatchObject({
      outcome: "refused",
      remedy: expect.stringMatching(/role import/) as string,
    });
    expect(checkOf(diagnosis, "session tags")?.given).toBe('tags "Team"');
  });

  it.each([
    [50, "ok"],
    [51, "unknown"],
  ])("%i of them are %s", (count, outcome) => {
    const tags = Array.from({ length: count }, (_, index) => ({
      name: `${attribute}PrincipalTag:k${index}`,
      values: ["v"],
    }));
    const diagnosis = diagnoseResponse(
      response({ attributes: [...developerResponse.attributes, ...tags] }),
      known,
      soon,
    );
    expect(checkOf(diagnosis, "session tags")?.outcome).toBe(outcome);
  });
});

describe("hostile documents", () => {
  it.each([
    ["a document type", `<!DOCTYPE a [<!ENTITY b "${"c".repeat(1000)}">]><samlp:Response>&b;</samlp:Response>`],
    ["deep nesting", `${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}`],
    ["one byte too many", `<a>${"x".repeat(75_000)}</a>`],
    ["nothing", ""],
  ])("with %s are refused, and nothing else is said of them", (_, xml) => {
    const diagnosis = diagnoseResponse(xml, known, soon);
    expect(diagnosis.verdicts.console).toMatchObject({ outcome: "refused", check: "document" });
    expect(JSON.stringify(diagnosis).length).toBeLessThan(6000);
  });

  it("cannot make a terminal obey", () => {
    const hostile = "https://x/\u009b31m\u202e";
    const diagnosis = diagnoseResponse(
      response({
        issuer: hostile,
        audience: hostile,
        recipient: hostile,
        ...withAttribute("Role", `${developer}\u009b,${providerArn}`),
      }),
      known,
      soon,
    );
    expect(JSON.stringify(diagnosis)).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect(checkOf(diagnosis, "issuer")?.given).toBe('"https://x/\\u{9b}31m\\u{202e}"');
  });

  it("are soon judged however many providers they name", () => {
    const account = "arn:aws:iam::111122223333";
    const values = Array.from({ length: 600 }, (_, index) => `${account}:role/R,${account}:saml-provider/P${index}`);
    const attributes = [{ name: "https://aws.amazon.com/SAML/Attributes/Role", values }];
    const started = performance.now();
    const { providers } = diagnoseResponse(
      signedResponse({ ...developerResponse, attributes }, testCertificate()),
      nothingKnown,
      developerResponse.issueInstant,
    );
    expect(providers).toHaveLength(600);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
