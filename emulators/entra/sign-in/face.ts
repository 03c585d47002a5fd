import { Hono, type HonoRequest } from "hono";
import { bodyLimit } from "hono/body-limit";

import { entraClouds } from "#core/entra";
import { buildMetadata } from "#core/saml/metadata";

import { isSameId } from "../state/lookup";
import type { Tenant } from "../state/model";
import { findServicePrincipalByClientId } from "../state/service-principals";
import { findActiveSigningKey } from "../state/signing-certificates";
import type { Step } from "../state/step";
import { parseSignInForm } from "./form";
import { postPage, refusalPage, signInPage } from "./pages";
import { signInRefusal, type SignInRefusal } from "./refusals";
import { signIn } from "./sign-in";

/** What the face needs of a tenant. */
export interface SignInHost {
  read(): Readonly<Tenant>;
  step(): Step;
}

/** A form is some hundred bytes; whatever is longer is none. */
const longestForm = 16 * 1024;

/** The tenant's sign-in over HTTP: `/api/signin/<client id>?tenantId=`, and the application's metadata. */
export function signInFace(host: SignInHost): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: longestForm }));

  app.get("/api/signin/:appId", (context) => {
    const tenant = host.read();
    const appId = context.req.param("appId");
    const servicePrincipal = findServicePrincipalByClientId(tenant, appId);
    const refusal = refuseTenant(tenant, context.req.query("tenantId"));
    if (refusal) return context.html(refusalPage(refusal), refusal.status);
    if (!servicePrincipal) {
      const unknown = signInRefusal("applicationNotFound", { appId, tenant: tenant.displayName });
      return context.html(refusalPage(unknown), unknown.status);
    }
    const { pathname, search } = new URL(context.req.url);
    return context.html(signInPage(servicePrincipal.displayName, `${pathname}${search}`));
  });

  app.post("/api/signin/:appId", async (context) => {
    const tenant = host.read();
    const refusal = refuseTenant(tenant, context.req.query("tenantId"));
    if (refusal) return context.html(refusalPage(refusal), refusal.status);
    const fields = await readForm(context.req);
    const form = fields ? parseSignInForm(context.req.param("appId"), fields) : { problem: "The body is no form." };
    if ("problem" in form) {
      return context.html(refusalPage({ code: "BadRequest", message: form.problem, status: 400, policies: [] }), 400);
    }
    const result = signIn(tenant, form.request, host.step());
    if (result.outcome === "refused") return context.html(refusalPage(result.refusal), result.refusal.status);
    return context.html(postPage(result));
  });

  app.get("/:tenantId/federationmetadata/2007-06/federationmetadata.xml", (context) => {
    const tenant = host.read();
    const refusal = refuseTenant(tenant, context.req.param("tenantId"));
    if (refusal) return context.text(refusal.message, refusal.status);
    const appId = context.req.query("appid") ?? "";
    const servicePrincipal = findServicePrincipalByClientId(tenant, appId);
    if (!servicePrincipal) {
      return context.text(signInRefusal("applicationNotFound", { appId, tenant: tenant.displayName }).message, 400);
    }
    const key = findActiveSigningKey(servicePrincipal);
    if (!key)
      return context.text(signInRefusal("noCertificate", { application: servicePrincipal.displayName }).message, 400);
    const metadata = buildMetadata({
      tenantId: tenant.id,
      certificates: [key.certificate],
      cloud: entraClouds[tenant.cloud],
    });
    return context.body(metadata, 200, { "content-type": "application/samlmetadata+xml" });
  });

  return app;
}

/** The fields of a posted form; nothing where the body is not the form that its content type says. */
async function readForm(request: HonoRequest): Promise<Record<string, unknown> | undefined> {
  try {
    return await request.parseBody({ all: true });
  } catch (error) {
    // A body over the limit is told as such by the limit.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function refuseTenant(tenant: Readonly<Tenant>, tenantId: string | undefined): SignInRefusal | undefined {
  if (tenantId === undefined || isSameId(tenantId, tenant.id)) return undefined;
  return signInRefusal("tenantNotFound", { tenantId });
}
