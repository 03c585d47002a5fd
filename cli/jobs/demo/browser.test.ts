import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { EntraRefusal, signInAtTile } from "./browser";

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

/** A tenant that answers every request with one page, and keeps what it was sent. */
async function tenant(page: string): Promise<{ url: string; asked: { path: string; form: string }[] }> {
  const asked: { path: string; form: string }[] = [];
  server = createServer((request, response) => {
    let form = "";
    request.on("data", (chunk: Buffer) => (form += chunk.toString()));
    request.on("end", () => {
      asked.push({ path: request.url ?? "", form });
      response.setHeader("connection", "close").end(page);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const signIn = (tenantUrl: string) =>
  signInAtTile({
    tenantUrl,
    signInUrl: "https://launcher.myapps.microsoft.com/api/signin/an-app?tenantId=a-tenant",
    userPrincipalName: "ada+test@contoso.onmicrosoft.com",
    password: "a&b=c",
    client: { label: "MFA", mfa: true, ip: "203.0.113.10" },
  });

describe("signInAtTile", () => {
  it("takes the response from the form that the browser would post to AWS", async () => {
    const { url, asked } = await tenant(
      `<form method="post" action="https://signin.aws.amazon.com/saml?a=1&amp;b=2">` +
        `<input type="hidden" name="RelayState" value="x" /><input type="hidden" name="SAMLResponse" value="PHNhbWw+" />`,
    );
    expect(await signIn(url)).toEqual({
      samlResponse: "PHNhbWw+",
      action: "https://signin.aws.amazon.com/saml?a=1&b=2",
    });
    expect(asked).toEqual([
      {
        path: "/api/signin/an-app?tenantId=a-tenant",
        form: "username=ada%2Btest%40contoso.onmicrosoft.com&password=a%26b%3Dc&mfa=true&ip=203.0.113.10",
      },
    ]);
  });

  it("throws the code and the words of an error page, as a person reads them", async () => {
    const { url } = await tenant(
      `<strong id="code">AADSTS50105</strong><p id="message">&lt;b&gt; &amp;amp; &#39;Test&#39;</p>`,
    );
    const refusal = await signIn(url).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EntraRefusal);
    expect(refusal).toMatchObject({ code: "AADSTS50105", message: "<b> &amp; 'Test'" });
  });

  it("does not take just any page for an answer", async () => {
    const { url } = await tenant("<h1>Bad gateway</h1>");
    await expect(signIn(url)).rejects.toThrow("answered with neither a SAML response nor a code");
  });
});
