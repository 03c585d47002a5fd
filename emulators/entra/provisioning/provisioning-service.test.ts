import { describe, expect, it } from "vitest";

import { galleryTemplates } from "#core/entra";

import { memoryCloud } from "../provider/memory-cloud";
import { seedTenant } from "../seed";
import { setAppRoles } from "../state/app-roles";
import { instantiateTemplate } from "../state/applications";
import type { AppRole, Tenant } from "../state/model";
import {
  createSynchronizationJob,
  deleteSynchronizationJob,
  pauseSynchronizationJob,
  restartSynchronizationJob,
  startSynchronizationJob,
} from "../state/synchronization/jobs";
import { bringForward } from "../state/synchronization/cycles";
import { setSynchronizationSecrets } from "../state/synchronization/secrets";
import type { ListedRole, ListRoles } from "./list-roles";
import { provisioningService } from "./provisioning-service";

const account = "arn:aws:iam::111122223333";
const key = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "made-up-secret-access-key" };
const start = Date.parse("2026-11-24T18:00:00Z");

function role(name: string, actions = ["sts:AssumeRoleWithSAML"]): ListedRole {
  const statement = { Effect: "Allow", Principal: { Federated: `${account}:saml-provider/EntraID` }, Action: actions };
  const trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return { arn: `${account}:role/${name}`, name, path: "/", trustPolicy };
}

const valueOf = (name: string) => `${account}:role/${name},${account}:saml-provider/EntraID`;

/** A tenant with one started job, a clock that tests move, and the AWS account that `listRoles` stands for. */
function prepared(listRoles: ListRoles) {
  const inner = memoryCloud();
  const clock = { minutes: 0 };
  const now = () => new Date(start + clock.minutes * 60_000);
  const cloud: typeof inner = {
    ...inner,
    now,
    transact: (transition) => inner.transact((tenant, step) => transition(tenant, { ...step, now: now() })),
  };
  const job = cloud.transact((tenant, step) => {
    const made = instantiateTemplate(
      tenant,
      { templateId: galleryTemplates.awsSingleAccountAccess.id, displayName: "AWS" },
      step,
    );
    const servicePrincipalId = made.servicePrincipal.id;
    const pairs = [
      { key: "ClientSecret", value: key.accessKeyId },
      { key: "SecretToken", value: key.secretAccessKey },
    ];
    setSynchronizationSecrets(tenant, { servicePrincipalId, pairs });
    const { id } = createSynchronizationJob(tenant, { servicePrincipalId, templateId: "aws" }, step);
    startSynchronizationJob(tenant, { servicePrincipalId, jobId: id }, step);
    return { servicePrincipalId, jobId: id, applicationId: made.application.id };
  });
  const change = (transition: (tenant: Tenant) => void) => {
    cloud.transact(transition);
  };
  return {
    cloud,
    clock,
    job,
    change,
    restart: () => {
      cloud.transact((tenant, step) => {
        restartSynchronizationJob(tenant, job, {}, step);
      });
    },
    service: provisioningService(cloud, listRoles),
    status: () => onlyOf(cloud.read().synchronizationJobs).status,
    nextCycle: () => onlyOf(cloud.read().synchronizationJobs).nextCycle,
    appRoles: (): Record<string, boolean> =>
      Object.fromEntries(
        onlyOf(cloud.read().servicePrincipals)
          .appRoles.filter(({ value }) => value !== null)
          .map(({ value, isEnabled }) => [value ?? "", isEnabled]),
      ),
  };
}

function onlyOf<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error("expected one");
  return item;
}

/** A reading of roles that ends when the test says so. */
function heldReading() {
  const calls: ((roles: readonly ListedRole[]) => void)[] = [];
  const listRoles: ListRoles = () => new Promise((resolve) => calls.push(resolve));
  return { calls, listRoles };
}

const polled = async (condition: () => boolean) => {
  for (let tries = 0; !condition() && tries < 1000; tries += 1) await new Promise(setImmediate);
  expect(condition()).toBe(true);
};

describe("the first cycle", () => {
  it("is due 40 minutes after the start, not a second before", async () => {
    const { clock, service, appRoles, status } = prepared(() => Promise.resolve([role("Developer")]));
    clock.minutes = 40 - 1 / 60;
    expect(await service.runDue()).toEqual([]);
    expect(status()).toMatchObject({ code: "Active", lastExecution: null });
    clock.minutes = 40;
    expect(await service.runDue()).toMatchObject([{ state: "Succeeded" }]);
    expect(appRoles()).toEqual({ [valueOf("Developer")]: true });
  });

  it("is due at once after a restart, and the next one 40 minutes later", async () => {
    const { clock, restart, service, nextCycle } = prepared(() => Promise.resolve([role("Developer")]));
    clock.minutes = 1;
    restart();
    expect(await service.runDue()).toHaveLength(1);
    expect(await service.runDue()).toEqual([]);
    expect(nextCycle()).toBe("2026-11-24T18:41:00Z");
  });

  it("tells that it is under way, and then what it did", async () => {
    const { calls, listRoles } = heldReading();
    const { restart, service, status } = prepared(listRoles);
    restart();
    const running = service.runDue();
    await polled(() => calls.length === 1);
    expect(status()).toMatchObject({ code: "Active", lastExecution: null, progress: [{ completedUnits: 0 }] });
    calls[0]?.([role("Developer"), role("Lambda", ["sts:AssumeRole"])]);
    await running;
    expect(status()).toMatchObject({
      code: "Active",
      progress: [],
      lastExecution: { state: "Succeeded", countImported: 2, countExported: 1, countEscrowed: 0, error: null },
      steadyStateFirstAchievedTime: "2026-11-24T18:00:00Z",
      synchronizedEntryCountByType: [{ key: "role", value: 1 }],
    });
  });

  it("does not wait for the clock when it is asked for, unless the job is paused", async () => {
    const { cloud, service, appRoles, change, job } = prepared(() => Promise.resolve([role("Developer")]));
    cloud.transact(bringForward);
    expect(await service.runDue()).toMatchObject([{ state: "Succeeded" }]);
    expect(appRoles()).toEqual({ [valueOf("Developer")]: true });
    change((tenant) => {
      pauseSynchronizationJob(tenant, job);
    });
    cloud.transact(bringForward);
    expect(await service.runDue()).toEqual([]);
  });

  it("stays due where there is no AWS to read from", async () => {
    const { cloud, clock, nextCycle } = prepared(() => Promise.resolve([]));
    clock.minutes = 50;
    expect(await provisioningService(cloud, undefined).runDue()).toEqual([]);
    expect(nextCycle()).toBe("2026-11-24T18:40:00Z");
  });
});

describe("app roles", () => {
  it("are disabled when their role is gone or no longer importable, and enabled again with the same id", async () => {
    let roles = [role("Developer"), role("Administrator"), role("Auditor")];
    const { restart, service, appRoles, cloud } = prepared(() => Promise.resolve(roles));
    const idOf = (name: string) =>
      onlyOf(cloud.read().applications).appRoles.find(({ value }) => value === valueOf(name))?.id;
    const cycle = async () => {
      restart();
      await service.runDue();
    };
    await cycle();
    const before = idOf("Administrator");
    roles = [role("Developer"), role("Administrator", ["sts:AssumeRoleWithSAML", "sts:TagSession"])];
    await cycle();
    expect(appRoles()).toEqual({
      [valueOf("Developer")]: true,
      [valueOf("Administrator")]: false,
      [valueOf("Auditor")]: false,
    });
    roles = [role("Developer"), role("Administrator")];
    await cycle();
    expect(appRoles()).toMatchObject({ [valueOf("Administrator")]: true, [valueOf("Auditor")]: false });
    expect(idOf("Administrator")).toBe(before);
  });

  it("that were declared by hand are disabled, msiam_access is not, and deleted ones return with a new id", async () => {
    const { restart, service, appRoles, change, job, cloud } = prepared(() => Promise.resolve([role("Developer")]));
    const rolesNow = () => onlyOf(cloud.read().applications).appRoles;
    const declared: AppRole = {
      ...onlyOf(rolesNow()),
      id: "11111111-aaaa-4aaa-8aaa-111111111111",
      value: valueOf("ByHand"),
    };
    change((tenant) => {
      setAppRoles(tenant, { applicationId: job.applicationId, appRoles: [...rolesNow(), declared] });
    });
    restart();
    await service.runDue();
    expect(appRoles()).toEqual({ [valueOf("ByHand")]: false, [valueOf("Developer")]: true });
    expect(rolesNow().find(({ value }) => value === null)?.isEnabled).toBe(true);
    const imported = rolesNow().find(({ value }) => value === valueOf("Developer"));
    for (const next of [
      rolesNow().map((each) => ({ ...each, isEnabled: each !== imported })),
      rolesNow().filter((each) => each !== imported),
    ]) {
      change((tenant) => {
        setAppRoles(tenant, { applicationId: job.applicationId, appRoles: next });
      });
    }
    restart();
    await service.runDue();
    const returned = rolesNow().find(({ value }) => value === valueOf("Developer"));
    expect(returned).toMatchObject({ isEnabled: true, displayName: "Developer,EntraID", allowedMemberTypes: ["User"] });
    expect(returned?.id).not.toBe(imported?.id);
  });

  it("are 700 at most with the disabled ones; what finds no room is counted and the rest is written", async () => {
    // msiam_access is one of the 700.
    const many = (count: number) => Array.from({ length: count }, (_, index) => role(`R${index}`));
    let roles = many(699);
    const { restart, service, status, appRoles } = prepared(() => Promise.resolve(roles));
    restart();
    expect(await service.runDue()).toMatchObject([{ state: "Succeeded" }]);
    roles = many(700);
    restart();
    expect(await service.runDue()).toMatchObject([{ state: "EntryLevelErrors" }]);
    expect(status().lastExecution).toMatchObject({ countEscrowed: 1 });
    expect(Object.keys(appRoles())).toHaveLength(699);
  });
});

describe("a key that AWS refuses", () => {
  const refusing = (name: string, message: string): ListRoles => {
    return () => Promise.reject(Object.assign(new Error(message), { name }));
  };

  it.each(["InvalidClientTokenId", "SignatureDoesNotMatch", "AccessDenied", "AccessDeniedException"])(
    "puts the job into quarantine (%s), with AWS's code and neither half of the key",
    async (name) => {
      const message = `no: ${key.accessKeyId} ${key.secretAccessKey}`;
      const { restart, service, status, appRoles } = prepared(refusing(name, message));
      restart();
      expect(await service.runDue()).toMatchObject([{ state: "Failed" }]);
      const error = {
        code: name.replace("Exception", ""),
        message: "The roles of the AWS account could not be read (iam:ListRoles): no: *** ***",
        tenantActionable: true,
      };
      expect(status()).toMatchObject({
        code: "Quarantine",
        countSuccessiveCompleteFailures: 1,
        quarantine: { reason: "EncounteredQuarantineException", seriesCount: 1, error },
        lastExecution: { state: "Failed", error },
        lastSuccessfulExecution: null,
      });
      expect(appRoles()).toEqual({});
    },
  );

  it("is tried ever more rarely, at last once a day, and no more after four weeks", async () => {
    const { clock, service, status, nextCycle } = prepared(refusing("InvalidClientTokenId", "no"));
    const waits: number[] = [];
    for (let cycle = 0; cycle < 8; cycle += 1) {
      clock.minutes = (Date.parse(nextCycle() ?? "") - start) / 60_000;
      await service.runDue();
      waits.push((Date.parse(nextCycle() ?? "") - start) / 60_000 - clock.minutes);
    }
    expect(waits).toEqual([40, 80, 160, 320, 640, 1280, 1440, 1440]);
    clock.minutes = 40 + 28 * 24 * 60;
    await service.runDue();
    expect(nextCycle()).toBeNull();
    expect(status().code).toBe("Quarantine");
  });

  it("is forgiven by a restart once the key is good", async () => {
    let listRoles = refusing("AccessDenied", "no");
    const { restart, service, status, appRoles } = prepared((credentials) => listRoles(credentials));
    restart();
    await service.runDue();
    listRoles = () => Promise.resolve([role("Developer")]);
    restart();
    expect(status()).toMatchObject({ code: "Active", quarantine: null });
    await service.runDue();
    expect(status()).toMatchObject({ code: "Active", countSuccessiveCompleteFailures: 0, quarantine: null });
    expect(appRoles()).toEqual({ [valueOf("Developer")]: true });
  });

  it("that was removed is told as missing credentials", async () => {
    const { restart, service, status, change, job } = prepared(() => Promise.resolve([]));
    change((tenant) => {
      const pairs = ["ClientSecret", "SecretToken"].map((name) => ({ key: name, value: "" }));
      setSynchronizationSecrets(tenant, { servicePrincipalId: job.servicePrincipalId, pairs });
    });
    restart();
    await service.runDue();
    expect(status()).toMatchObject({ code: "Quarantine", quarantine: { error: { code: "CredentialsMissing" } } });
  });

  it("is no quarantine when AWS was only not reached", async () => {
    const { restart, service, status, nextCycle } = prepared(refusing("TimeoutError", "too late"));
    restart();
    await service.runDue();
    expect(status()).toMatchObject({ code: "Active", quarantine: null, countSuccessiveCompleteFailures: 1 });
    expect(nextCycle()).toBe("2026-11-24T18:40:00Z");
  });

  it("is told by validation in the same words", async () => {
    const { service } = prepared(refusing("InvalidClientTokenId", "no"));
    expect(await service.findFault(key)).toMatchObject({ code: "InvalidClientTokenId" });
    expect(await prepared(() => Promise.resolve([])).service.findFault(key)).toBeUndefined();
  });
});

describe("cycles", () => {
  it("never overlap: a second one begins when the first has ended", async () => {
    const { calls, listRoles } = heldReading();
    const { restart, service } = prepared(listRoles);
    restart();
    const first = service.runDue();
    await polled(() => calls.length === 1);
    restart();
    const second = service.runDue();
    await new Promise(setImmediate);
    expect(calls).toHaveLength(1);
    calls[0]?.([role("Developer")]);
    await first;
    await polled(() => calls.length === 2);
    calls[1]?.([role("Developer")]);
    expect(await second).toMatchObject([{ state: "Succeeded" }]);
  });

  it("that did not live to end have written nothing, and are due again when the tenant is served anew", async () => {
    const { calls, listRoles } = heldReading();
    const { cloud, restart, service, appRoles, status } = prepared(listRoles);
    restart();
    const dying = service.runDue();
    await polled(() => calls.length === 1);
    service.stop();
    calls[0]?.([role("Developer")]);
    await dying;
    expect([appRoles(), status().progress.length]).toEqual([{}, 1]);
    const next = provisioningService(cloud, () => Promise.resolve([role("Developer")]));
    expect(status().progress).toEqual([]);
    await next.runDue();
    expect(appRoles()).toEqual({ [valueOf("Developer")]: true });
  });

  it.each([
    ["paused", pauseSynchronizationJob],
    ["deleted", deleteSynchronizationJob],
  ])("write nothing for a job that was %s meanwhile", async (_what, end) => {
    const { calls, listRoles } = heldReading();
    const { change, job, restart, service, appRoles } = prepared(listRoles);
    restart();
    const running = service.runDue();
    await polled(() => calls.length === 1);
    change((tenant) => {
      end(tenant, job);
    });
    calls[0]?.([role("Developer")]);
    expect(await running).toEqual([]);
    expect(appRoles()).toEqual({});
  });
});

describe("the seed", () => {
  it("has neither secrets nor jobs", () => {
    expect(seedTenant()).toMatchObject({ synchronizationSecrets: [], synchronizationJobs: [] });
  });
});
