import { describe, expect, it } from "vitest";

import { galleryTemplates } from "#core/entra";

import { memoryCloud } from "../../provider/memory-cloud";
import type { TenantCloud } from "../../provider/cloud";
import type { ListRoles } from "../../provisioning";
import { provisioningService } from "../../provisioning";
import { instantiateTemplate } from "../../state/applications";
import type { GraphAnswer } from "../route";
import { synchronizationRoutes } from "./synchronization";

// judge: recorded, azuread 6.9.1, 2026-11-24, run recipe, and the pages that the operations are named by

const secrets = [
  { key: "ClientSecret", value: "AKIAIOSFODNN7EXAMPLE" },
  { key: "SecretToken", value: "made-up-secret-access-key" },
];

function prepared(listRoles: ListRoles = () => Promise.resolve([])) {
  const memory = memoryCloud();
  const cloud: TenantCloud = { ...memory, provisioning: provisioningService(memory, listRoles) };
  const { servicePrincipal } = cloud.transact((tenant, step) =>
    instantiateTemplate(tenant, { templateId: galleryTemplates.awsSingleAccountAccess.id, displayName: "AWS" }, step),
  );
  const call = async (method: string, path: string, body: Record<string, unknown> = {}): Promise<GraphAnswer> => {
    const [jobId = "", action] = path.replace(/^jobs\/?/, "").split("/");
    const shape = path.startsWith("jobs/") ? `jobs/{jobId}${action === undefined ? "" : `/${action}`}` : path;
    const wanted = `/servicePrincipals/{id}/synchronization/${shape}`;
    const route = synchronizationRoutes.find((each) => each.method === method && each.path === wanted);
    if (!route) throw new Error(`no route ${method} ${wanted}`);
    const parameters = { id: servicePrincipal.id, jobId };
    return route.answer({ cloud, parameters, body, root: "https://localhost/v1.0" });
  };
  const createJob = async () => {
    await call("PUT", "secrets", { value: secrets });
    const answer = await call("POST", "jobs", {
      "@odata.type": "#microsoft.graph.synchronizationJob",
      templateId: "aws",
    });
    return entityOf(answer)["id"] as string;
  };
  return { call, createJob };
}

function entityOf(answer: GraphAnswer) {
  if (answer === "no content" || !("entity" in answer)) throw new Error("expected an entity");
  return answer.entity;
}

const isUnderWay = (status: unknown): boolean => (status as { progress: unknown[] }).progress.length > 0;

async function polled(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await condition()) return;
    await new Promise(setImmediate);
  }
  throw new Error("waited in vain");
}

describe("secrets", () => {
  it("are put, and listed by key as many as were sent, without their values", async () => {
    const { call } = prepared();
    expect(await call("GET", "secrets")).toEqual({ collection: [] });
    expect(await call("PUT", "secrets", { value: secrets })).toBe("no content");
    expect(await call("GET", "secrets")).toEqual({ collection: secrets.map(({ key }) => ({ key, value: "*" })) });
    expect(await call("PUT", "secrets", { value: secrets.map(({ key }) => ({ key, value: "" })) })).toBe("no content");
    expect(await call("GET", "secrets")).toEqual({ collection: [] });
  });

  it.each([[{}], [{ value: "AKIAIOSFODNN7EXAMPLE" }], [{ value: [{ key: 1, value: "x" }] }]])(
    "are refused in another shape: %j",
    async (body) => {
      await expect(prepared().call("PUT", "secrets", body)).rejects.toMatchObject({ status: 400 });
    },
  );
});

describe("a job", () => {
  it("is created as recorded, and what is kept beside it is not shown", async () => {
    const { call, createJob } = prepared();
    const id = await createJob();
    const answer = await call("GET", `jobs/${id}`);
    expect(entityOf(answer)).toEqual({
      id,
      templateId: "aws",
      schedule: { expiration: null, interval: "PT40M", state: "Disabled" },
      status: {
        countSuccessiveCompleteFailures: 0,
        escrowsPruned: false,
        code: "Paused",
        lastExecution: null,
        lastSuccessfulExecution: null,
        quarantine: null,
        steadyStateFirstAchievedTime: "0001-01-01T00:00:00Z",
        steadyStateLastAchievedTime: "0001-01-01T00:00:00Z",
        troubleshootingUrl: null,
        progress: [],
        synchronizedEntryCountByType: [],
      },
      synchronizationJobSettings: [],
    });
    expect(await call("GET", "jobs")).toEqual({ collection: [entityOf(answer)] });
  });

  it("is refused before the secret, with 400", async () => {
    await expect(prepared().call("POST", "jobs", { templateId: "aws" })).rejects.toMatchObject({
      status: 400,
      code: "CredentialsMissing",
      message: "Credentials are missing.",
    });
  });

  it("is started, paused and deleted without content, and is not found after that", async () => {
    const { call, createJob } = prepared();
    const id = await createJob();
    const stateOf = async () => entityOf(await call("GET", `jobs/${id}`))["schedule"];
    expect(await call("POST", `jobs/${id}/start`)).toBe("no content");
    expect(await stateOf()).toMatchObject({ state: "Active" });
    expect(await call("POST", `jobs/${id}/pause`)).toBe("no content");
    expect(await stateOf()).toMatchObject({ state: "Paused" });
    expect(await call("DELETE", `jobs/${id}`)).toBe("no content");
    await expect(call("GET", `jobs/${id}`)).rejects.toMatchObject({
      status: 404,
      code: "Request_ResourceNotFound",
      message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    });
  });

  it("is restarted before its cycle has run, which then runs by itself", async () => {
    let finish = (): void => undefined;
    const { call, createJob } = prepared(
      () =>
        new Promise((resolve) => {
          finish = () => {
            resolve([]);
          };
        }),
    );
    const id = await createJob();
    const statusOf = async () => entityOf(await call("GET", `jobs/${id}`))["status"];
    expect(await call("POST", `jobs/${id}/restart`, { criteria: { resetScope: "Full" } })).toBe("no content");
    await polled(async () => isUnderWay(await statusOf()));
    expect(await statusOf()).toMatchObject({ code: "Active", lastExecution: null, progress: [{ totalUnits: 1 }] });
    finish();
    await polled(async () => !isUnderWay(await statusOf()));
    expect(await statusOf()).toMatchObject({ lastExecution: { state: "Succeeded" }, progress: [] });
  });

  it("is not restarted with a scope that Graph does not know", async () => {
    const { call, createJob } = prepared();
    const id = await createJob();
    await expect(
      call("POST", `jobs/${id}/restart`, { criteria: { resetScope: "Escrows, Everything" } }),
    ).rejects.toMatchObject({ status: 400, code: "Request_BadRequest" });
  });
});

describe("validateCredentials", () => {
  const onlyTheGoodKey: ListRoles = ({ secretAccessKey }) =>
    secretAccessKey === "made-up-secret-access-key"
      ? Promise.resolve([])
      : Promise.reject(Object.assign(new Error(`not ${secretAccessKey}`), { name: "SignatureDoesNotMatch" }));

  it("asks AWS with the given key or the saved one, and repeats neither", async () => {
    const { call, createJob } = prepared(onlyTheGoodKey);
    const path = `jobs/${await createJob()}/validateCredentials`;
    expect(await call("POST", path, { useSavedCredentials: true })).toBe("no content");
    expect(await call("POST", path, { credentials: secrets })).toBe("no content");
    const bad = secrets.map(({ key }) => ({ key, value: `bad-${key}` }));
    await expect(call("POST", path, { credentials: bad })).rejects.toMatchObject({
      status: 400,
      code: "InvalidCredentials",
      message:
        "The application could not be reached with the given credentials: " +
        "The roles of the AWS account could not be read (iam:ListRoles): not ***",
    });
    await expect(call("POST", path, {})).rejects.toMatchObject({ code: "CredentialsMissing" });
  });
});
