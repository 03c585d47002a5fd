import { UpdateSAMLProviderCommand } from "@aws-sdk/client-iam";
import { ListBucketsCommand } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";

import { developerArns, metadataOf, secondKey } from "../testing/federation";
import { clients, federated, freshResponse, refusal } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented codes and words (2026-11-24).

describe("what is not modelled", () => {
  const post = async (url: string, body: string, path = "/", method = "POST"): Promise<string> => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const response = await fetch(`${url}${path}`, { method, headers, ...(method === "GET" ? {} : { body }) });
    const text = await response.text();
    return `${response.status} ${/<Code>([^<]*)/.exec(text)?.[1] ?? ""}: ${/<Message>([^<]*)/.exec(text)?.[1] ?? ""}`;
  };

  it("is refused, never ignored: a filter of a list, a setting of a provider, a session's policy after a gap", async () => {
    const account = await federated();
    const { iam, s3 } = clients(account.url, account.credentials("111122223333"));
    s3.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { query: { owner: "me" } });
        return next(args);
      },
      { step: "build" },
    );
    expect(await refusal(s3.send(new ListBucketsCommand({})))).toBe(
      "NotEmulated: Parameter owner of ListBuckets is not emulated.",
    );
    const update = { SAMLProviderArn: developerArns.principalArn, SAMLMetadataDocument: metadataOf(secondKey) };
    expect(
      await refusal(iam.send(new UpdateSAMLProviderCommand({ ...update, AssertionEncryptionMode: "Required" }))),
    ).toBe("NotEmulated: Parameter AssertionEncryptionMode of UpdateSAMLProvider is not emulated.");
    expect(account.writes()).toBe(0);
    const form = new URLSearchParams({
      Action: "AssumeRoleWithSAML",
      Version: "2011-06-15",
      RoleArn: developerArns.roleArn,
      PrincipalArn: developerArns.principalArn,
      SAMLAssertion: freshResponse(),
    }).toString();
    expect(
      await post(account.url, `${form}&PolicyArns.member.2.arn=arn%3Aaws%3Aiam%3A%3A111122223333%3Apolicy%2FNo`),
    ).toBe("404 NoSuchEntity: Policy arn:aws:iam::111122223333:policy/No does not exist or is not attachable.");
    expect(await post(account.url, `${form}&PolicyArns.member.x.arn=a`)).toBe(
      "501 NotEmulated: Parameter PolicyArns.member.x.arn of AssumeRoleWithSAML is not emulated.",
    );
    expect(await post(account.url, `${form}&RoleArn=other`)).toBe(
      "400 MalformedQueryString: The query string contains a syntax error: RoleArn is there more than once.",
    );
    expect(await post(account.url, `${form}&PolicyArns=`)).toBe("200 : ");
  });

  it("is another method or path of a Query service, and an operation that is not here", async () => {
    const { url } = await federated();
    const body = "Action=GetCallerIdentity&Version=2011-06-15";
    const words = "The emulated accounts take Query requests as POST of a form to /, and no";
    expect(await post(url, body, "/a/../../etc/passwd", "PUT")).toBe(`501 NotEmulated: ${words} PUT of /etc/passwd.`);
    expect(await post(url, "", `/?${body}`, "GET")).toBe(`501 NotEmulated: ${words} GET of /.`);
    expect(await post(url, "Action=__proto__&Version=constructor")).toBe(
      "400 InvalidAction: Could not find operation __proto__ for version constructor",
    );
    expect(await post(url, "{")).toBe("400 InvalidAction: Could not find operation  for version ");
  });

  it("is a body that is longer than any document IAM takes, whether its length is told or not", async () => {
    const { url } = await federated();
    const long = Buffer.alloc(33 * 1024 * 1024, "a");
    const told = await fetch(url, { method: "POST", body: long });
    expect([told.status, await told.text()]).toEqual([413, expect.stringContaining("RequestEntityTooLarge")]);
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(long);
        controller.close();
      },
    });
    const streamed = await fetch(url, { method: "POST", body, duplex: "half" } as RequestInit);
    expect([streamed.status, await streamed.text()]).toEqual([413, expect.stringContaining("RequestEntityTooLarge")]);
  });
});
