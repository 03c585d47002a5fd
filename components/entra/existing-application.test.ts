import { describe, expect, it } from "vitest";
import { existingApplicationProblems, type FoundApplication } from "./existing-application";

const account = { id: "111122223333", name: "Account1" };
const found: FoundApplication = {
  applicationId: "/applications/aaaa0000-0000-4000-8000-000000000005",
  applicationObjectId: "aaaa0000-0000-4000-8000-000000000005",
  clientId: "cccc0000-0000-4000-8000-000000000006",
  displayName: "AWS by hand",
  servicePrincipalId: "/servicePrincipals/55550000-0000-4000-8000-000000000007",
  servicePrincipalObjectId: "55550000-0000-4000-8000-000000000007",
  identifierUris: ["https://signin.aws.amazon.com/saml#2"],
  replyUrls: ["https://signin.aws.amazon.com/saml"],
  singleSignOnMode: "saml",
  assignmentRequired: true,
};

const codesOf = (change: Partial<FoundApplication>, partition?: "aws-us-gov") =>
  existingApplicationProblems({ ...found, ...change }, { ...account, partition }).map(
    ({ severity, code }) => `${severity} ${code}`,
  );

describe("existingApplicationProblems", () => {
  it("takes one that signs in to AWS, whatever the fragment of its identifier", () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ identifierUris: ["urn:amazon:webservices"] })).toEqual([]);
  });

  it.each([
    ["no SAML mode", { singleSignOnMode: "" }, ["error existing-application-not-saml"]],
    [
      "a foreign identifier",
      { identifierUris: ["https://contoso.com/aws"] },
      ["error existing-application-identifier"],
    ],
    ["a foreign reply URL", { replyUrls: ["https://contoso.com/saml"] }, ["error existing-application-reply-url"]],
    ["no assignment required", { assignmentRequired: false }, ["warning existing-application-open"]],
  ])("judges one with %s", (_what, change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  it("refuses in GovCloud one of partition aws, and says what that partition takes", () => {
    expect(codesOf({}, "aws-us-gov")).toEqual([
      "error existing-application-identifier",
      "error existing-application-reply-url",
    ]);
    const problems = existingApplicationProblems(found, { ...account, partition: "aws-us-gov" });
    expect(problems[0]?.expected).toContain("https://signin.amazonaws-us-gov.com/saml#111122223333");
  });
});
