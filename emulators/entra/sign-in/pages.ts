import { html } from "hono/html";

import { encodeResponse } from "#core/saml/response";

import { clientFields } from "./form";
import type { SignInRefusal } from "./refusals";

type Page = ReturnType<typeof html>;

// `html` escapes every value that is put in; only nested pages go in as they are.

export function signInPage(application: string, action: string): Page {
  const fields = Object.entries(clientFields).map(
    ([name, hint]) =>
      html`<p>
        <label>${name} <input name="${name}" placeholder="${hint}" /></label>
      </p>`,
  );
  return page(
    `Sign in to ${application}`,
    html`<form method="post" action="${action}">
      <p>
        <label>User name <input name="username" autocomplete="username" required /></label>
      </p>
      <p>
        <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
      </p>
      <details>
        <summary>The client, as Conditional Access shall see it</summary>
        ${fields}
      </details>
      <button type="submit">Sign in</button>
    </form>`,
  );
}

/** Posts the response to the application by itself, as the HTTP-POST binding has it (saml-bindings-2.0-os 3.5.4). */
export function postPage(input: { responseXml: string; destination: string; relayState: string }): Page {
  const relayState = html`<input type="hidden" name="RelayState" value="${input.relayState}" />`;
  return page(
    "Working…",
    html`<form method="post" name="hiddenform" action="${input.destination}">
        <input type="hidden" name="SAMLResponse" value="${encodeResponse(input.responseXml)}" />
        ${input.relayState === "" ? "" : relayState}
        <noscript><button type="submit">Continue</button></noscript>
      </form>
      <script>
        document.forms[0].submit();
      </script>`,
  );
}

export function refusalPage({ code, message, policies }: SignInRefusal): Page {
  const by = policies.length > 0 ? ` Conditional Access: ${policies.map((policy) => `“${policy}”`).join(", ")}.` : "";
  return page(
    "Sorry, but we’re having trouble signing you in.",
    html`<p><strong id="code">${code}</strong></p>
      <p id="message">${message}${by}</p>`,
  );
}

function page(title: string, body: Page): Page {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`;
}
