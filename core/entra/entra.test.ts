import { describe, expect, it } from "vitest";
import {
  audienceOf,
  awsClaims,
  claimsPolicyDefinition,
  conditionalAccessScopeProblems,
  displayNameProblems,
  entityId,
  entraCloudOfEnvironment,
  entraClouds,
  entraLimits,
  entraLimitSources,
  galleryTemplates,
  hideAppTag,
  issuer,
  metadataUrl,
  objectIdProblems,
  samlSignOnUrl,
  sessionNameSourceProblems,
  signingCertificate,
  signInUrl,
  userPrincipalNameProblems,
} from "#core/entra";
import type { Problem } from "#core/problems";

const tenantId = "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f";
const appId = "cccc0000-0000-4000-8000-000000000006";
const codes = (problems: readonly Problem[]) => problems.map(({ severity, code }) => `${severity} ${code}`);

describe("galleryTemplates", () => {
  it("pin AWS Single-Account Access by its id, with the tags that keep its tile in My Apps", () => {
    const template = galleryTemplates.awsSingleAccountAccess;
    expect(template.id).toBe("8b1025e4-1dd2-430b-a150-2ef79cd700f5");
    expect(template.replyUrl).toBe("https://signin.aws.amazon.com/saml");
    expect(template.tags).toEqual(["WindowsAzureActiveDirectoryIntegratedApp"]);
    expect(template.tags).not.toContain(hideAppTag);
  });
});

describe("claimsPolicyDefinition", () => {
  it("sends the assigned roles, the user principal name and the duration as a constant", () => {
    expect(claimsPolicyDefinition({ sessionDuration: 3600 })).toBe(
      '{"ClaimsMappingPolicy":{"Version":1,"IncludeBasicClaimSet":"true","ClaimsSchema":[' +
        '{"Source":"user","ID":"assignedroles","SamlClaimType":"https://aws.amazon.com/SAML/Attributes/Role"},' +
        '{"Source":"user","ID":"userprincipalname","SamlClaimType":"https://aws.amazon.com/SAML/Attributes/RoleSessionName"},' +
        '{"Value":"3600","SamlClaimType":"https://aws.amazon.com/SAML/Attributes/SessionDuration"}]}}',
    );
  });

  it("takes another source of the session's name", () => {
    const policy = JSON.parse(claimsPolicyDefinition({ sessionDuration: 900, sessionNameSource: "mail" })) as {
      ClaimsMappingPolicy: { ClaimsSchema: object[] };
    };
    expect(policy.ClaimsMappingPolicy.ClaimsSchema[1]).toEqual({
      Source: "user",
      ID: "mail",
      SamlClaimType: awsClaims.roleSessionName,
    });
  });

  it("refuses a source that Entra does not know, with the nearest", () => {
    expect(sessionNameSourceProblems("mail", "sessionNameSource")).toEqual([]);
    expect(sessionNameSourceProblems("userPrincipalNme", "sessionNameSource")).toMatchObject([
      { severity: "error", code: "session-name-source-unknown", remedy: "did you mean userprincipalname?" },
    ]);
  });
});

describe("entityId", () => {
  it("is the partition's endpoint with the account as fragment, which Entra strips from the audience", () => {
    expect(entityId("111122223333")).toBe("https://signin.aws.amazon.com/saml#111122223333");
    expect(entityId("111122223333", "aws-cn")).toBe("https://signin.amazonaws.cn/saml#111122223333");
    expect(audienceOf(entityId("111122223333"))).toBe("https://signin.aws.amazon.com/saml");
    expect(audienceOf("urn:amazon:webservices")).toBe("urn:amazon:webservices");
  });
});

describe("a tenant's addresses", () => {
  it("have the tenant's id in lower case, as Entra writes it", () => {
    expect(issuer(tenantId.toUpperCase())).toBe(issuer(tenantId));
    expect(samlSignOnUrl(tenantId.toUpperCase())).toBe(samlSignOnUrl(tenantId));
  });

  it("are those of the public cloud unless another is given", () => {
    expect(issuer(tenantId)).toBe(`https://sts.windows.net/${tenantId}/`);
    expect(samlSignOnUrl(tenantId)).toBe(`https://login.microsoftonline.com/${tenantId}/saml2`);
    expect(metadataUrl({ tenantId, appId })).toBe(
      `https://login.microsoftonline.com/${tenantId}/federationmetadata/2007-06/federationmetadata.xml?appid=${appId}`,
    );
    expect(issuer(tenantId, entraClouds.china)).toBe(`https://sts.chinacloudapi.cn/${tenantId}/`);
    expect(samlSignOnUrl(tenantId, entraClouds.usgov)).toBe(`https://login.microsoftonline.us/${tenantId}/saml2`);
  });

  it("have a sign-in link that opens the console", () => {
    expect(signInUrl({ appId, tenantId })).toBe(
      `https://launcher.myapps.microsoft.com/api/signin/${appId}?tenantId=${tenantId}`,
    );
  });
});

describe("signingCertificate", () => {
  it("has the subject that Graph demands", () => {
    expect(signingCertificate.displayName).toBe("CN=Microsoft Azure Federated SSO Certificate");
  });
});

describe("entraLimits", () => {
  it("each have a source", () => {
    expect(Object.keys(entraLimitSources).sort()).toEqual(Object.keys(entraLimits).sort());
  });
});

describe("displayNameProblems", () => {
  it("takes 256 characters and refuses 257", () => {
    expect(displayNameProblems("x".repeat(256), "x")).toEqual([]);
    expect(codes(displayNameProblems("x".repeat(257), "x"))).toEqual(["error display-name-too-long"]);
  });

  it.each([
    ["", "display-name-blank"],
    [" AWS", "display-name-blank"],
    ["AWS\u0000", "display-name-characters"],
    ["AWS \u202e", "display-name-characters"],
  ])("refuses %j", (name, code) => {
    expect(codes(displayNameProblems(name, "x"))).toEqual([`error ${code}`]);
  });
});

describe("objectIdProblems", () => {
  it("takes a UUID and says which id is meant", () => {
    expect(objectIdProblems(tenantId, "tenantId")).toEqual([]);
    expect(codes(objectIdProblems("contoso.onmicrosoft.com", "tenantId"))).toEqual(["error object-id-malformed"]);
    expect(objectIdProblems(`/groups/${tenantId}`, "members[0]")[0]?.remedy).toBe(
      "give the objectId, not the id, which is a path",
    );
  });
});

describe("userPrincipalNameProblems", () => {
  it.each(["Test-AWSAdmin@contoso.onmicrosoft.com", "o'neil@contoso.com", "a_b.com#EXT#@contoso.onmicrosoft.com"])(
    "takes %s",
    (name) => {
      expect(userPrincipalNameProblems(name, "x")).toEqual([]);
    },
  );

  it.each(["Test-AWSAdmin", "a b@contoso.com", "a.@contoso.com", "a@b@contoso.com", "a@contoso", "jörg@contoso.com"])(
    "refuses %s",
    (name) => {
      expect(codes(userPrincipalNameProblems(name, "x"))).toEqual(["error user-principal-name-malformed"]);
    },
  );

  it("takes 64 characters before and 48 after the @, and refuses one more of each", () => {
    const [name, domain] = ["x".repeat(64), `${"x".repeat(44)}.com`];
    expect(userPrincipalNameProblems(`${name}@${domain}`, "x")).toEqual([]);
    expect(codes(userPrincipalNameProblems(`${name}x@${domain}`, "x"))).toEqual(["error user-principal-name-too-long"]);
    expect(codes(userPrincipalNameProblems(`${name}@x${domain}`, "x"))).toEqual(["error user-principal-name-too-long"]);
  });
});

describe("conditionalAccessScopeProblems", () => {
  it("refuses a policy for nobody", () => {
    expect(conditionalAccessScopeProblems(1, "groups")).toEqual([]);
    expect(codes(conditionalAccessScopeProblems(0, "groups"))).toEqual(["error conditional-access-no-groups"]);
  });
});

describe("entraCloudOfEnvironment", () => {
  it.each([
    ["public", "public"],
    ["Global", "public"],
    ["usgovernment", "usgov"],
    ["usgovernmentl4", "usgov"],
    ["china", "china"],
    // Its Graph is another one, which would be asked at the wrong host.
    ["dod", undefined],
    ["usgovernmentl5", undefined],
  ])("reads %s as %s", (environment, cloud) => {
    expect(entraCloudOfEnvironment(environment)).toBe(cloud);
  });
});
