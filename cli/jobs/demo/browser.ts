import type { DemoClient } from "./scenario";

/** Entra signs nobody in; `code` is such as `AADSTS50076`. */
export class EntraRefusal extends Error {
  override readonly name = "EntraRefusal";

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a person types, where, and on what kind of client. */
export interface TileSignIn {
  /** Where the emulated tenant answers. */
  readonly tenantUrl: string;
  /** The stack's output: `https://launcher.myapps.microsoft.com/api/signin/<appId>?tenantId=<tenant>`. */
  readonly signInUrl: string;
  readonly userPrincipalName: string;
  readonly password: string;
  readonly client: DemoClient;
}

/**
 * Opens an application's tile at the emulated tenant as a browser does, and takes the SAML response from the form that
 * the browser would hand on to AWS.
 *
 * @throws EntraRefusal with the code and the words of the error page
 */
export async function signInAtTile(signIn: TileSignIn): Promise<{ samlResponse: string; action: string }> {
  const { pathname, search } = new URL(signIn.signInUrl);
  const answer = await fetch(new URL(pathname + search, signIn.tenantUrl), {
    method: "POST",
    body: new URLSearchParams({
      username: signIn.userPrincipalName,
      password: signIn.password,
      mfa: String(signIn.client.mfa),
      ip: signIn.client.ip,
    }),
  });
  const page = await answer.text();
  const samlResponse = inputOf(page, "SAMLResponse");
  if (samlResponse === undefined) {
    const code = textOf(page, "code");
    if (code === "") {
      throw new Error(`The tenant answered with neither a SAML response nor a code: status ${answer.status}.`);
    }
    throw new EntraRefusal(code, textOf(page, "message"));
  }
  return { samlResponse, action: attributeOf(/<form\b[^>]*>/.exec(page)?.[0] ?? "", "action") };
}

function inputOf(page: string, name: string): string | undefined {
  const input = [...page.matchAll(/<input\b[^>]*>/g)].find(([tag]) => attributeOf(tag, "name") === name);
  return input === undefined ? undefined : attributeOf(input[0], "value");
}

function attributeOf(tag: string, name: string): string {
  return unescapeHtml(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

/** The text of the element with this id, which holds no other element. */
function textOf(page: string, id: string): string {
  return unescapeHtml(new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? "").trim();
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#39", "'"],
  ["#x27", "'"],
]);

function unescapeHtml(text: string): string {
  return text.replaceAll(/&([^;\s]+);/g, (whole, name: string) => entities.get(name) ?? whole);
}
