import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client, credentials, type MethodDefinition } from "@grpc/grpc-js";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import { type PolicyDocument, serializePolicy } from "#core/aws/policy";
import { servePulumiProvider } from "#emulators/wire/pulumi-provider";

import { type AccountHandle, type Demand, openAccounts } from "../accounts";
import { createPolicy } from "../state/managed-policies";
import { attachRolePolicy, detachRolePolicy } from "../state/role-policies";
import { roleOf } from "../state/roles";
import { countingIds, issuedAt } from "../testing/federation";
import { awsProvider } from ".";

type Properties = Record<string, JavaScriptValue>;

/** A resource as the engine keeps it. */
interface Kept {
  readonly urn: string;
  id: string;
  inputs: Properties;
  state: Properties;
}

/** The aws provider of one account, asked over gRPC as the engine asks it, by the account's role `Deployer`. */
export interface Deployment {
  readonly account: AccountHandle;
  /** What the deployer may do from now on, and nothing else. */
  readonly limit: (policies: readonly PolicyDocument[]) => void;
  /** What was asked of the deployer's policies. */
  readonly demands: () => readonly Demand[];
  readonly create: (type: string, name: string, inputs: Properties) => Promise<void>;
  /** Keeps what is there already, as an import does. */
  readonly adopt: (type: string, name: string, id: string, inputs: Properties) => Promise<void>;
  /** Reads again what is kept, as a refresh does. */
  readonly refresh: (name: string) => Promise<void>;
  readonly update: (name: string, changed: Properties) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly lookUp: (token: string, args: Properties) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const accountId = "111122223333";
const roleArn = `arn:aws:iam::${accountId}:role/Deployer`;

/** @param policies - what the deployer may do, in place of everything */
export async function deployWith(
  policies: readonly PolicyDocument[],
  configuration: Properties = {},
): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), "deployment-"));
  const accounts = openAccounts({
    folder,
    now: () => issuedAt,
    newId: countingIds(),
    accounts: [{ id: accountId, name: "Account1" }],
  });
  const [account] = accounts.all();
  if (account === undefined) throw new Error("the account is missing");
  limitDeployer(account, policies);
  const served = await servePulumiProvider(awsProvider(accounts));
  const client = new Client(`127.0.0.1:${served.port}`, credentials.createInsecure());
  const call = callBy(client);
  await call(
    service.configure,
    new rpc.ConfigureRequest().setArgs(struct({ assumeRoles: JSON.stringify([{ roleArn }]), ...configuration })),
  );
  return {
    account,
    limit: (changed) => {
      limitDeployer(account, changed);
    },
    demands: () => accounts.demands(),
    ...operations(call),
    close: async () => {
      client.close();
      await served.close();
      accounts.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function limitDeployer(account: AccountHandle, policies: readonly PolicyDocument[]): void {
  account.change((draft, invention) => {
    const role = "Deployer";
    for (const policyArn of [...roleOf(draft, role).attachedPolicies]) detachRolePolicy(draft, { role, policyArn });
    policies.forEach((document) => {
      const name = `Deploys-${draft.policies.length}`;
      createPolicy(draft, { name, document: serializePolicy(document) }, invention);
      attachRolePolicy(draft, { role, policyArn: `arn:aws:iam::${accountId}:policy/${name}` });
    });
  });
}

type Calling = <Request, Response>(method: MethodDefinition<Request, Response>, request: Request) => Promise<Response>;

function callBy(client: Client): Calling {
  return ({ path, requestSerialize, responseDeserialize }, request) =>
    new Promise((resolve, reject) => {
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, response) => {
        if (error !== null || response === undefined) reject(error ?? new Error("no response"));
        else resolve(response);
      });
    });
}

function operations(call: Calling): Omit<Deployment, "account" | "close" | "demands" | "limit"> {
  const kept = new Map<string, Kept>();
  const the = (name: string): Kept => {
    const found = kept.get(name);
    if (found === undefined) throw new Error(`${name} was not created`);
    return found;
  };
  return {
    create: async (type, name, inputs) => {
      const urn = `urn:pulumi:dev::test::${type}::${name}`;
      const answer = await call(service.create, new rpc.CreateRequest().setUrn(urn).setProperties(struct(inputs)));
      kept.set(name, { urn, id: answer.getId(), inputs, state: plain(answer.getProperties()) });
    },
    adopt: async (type, name, id, inputs) => {
      const urn = `urn:pulumi:dev::test::${type}::${name}`;
      const answer = await call(service.read, new rpc.ReadRequest().setUrn(urn).setId(id));
      kept.set(name, { urn, id, inputs, state: plain(answer.getProperties()) });
    },
    refresh: async (name) => {
      const { urn, id, inputs, state } = the(name);
      const request = new rpc.ReadRequest().setUrn(urn).setId(id).setProperties(struct(state));
      const answer = await call(service.read, request.setInputs(struct(inputs)));
      if (answer.getId() === "") throw new Error(`${name} is not there`);
      Object.assign(the(name), { inputs: plain(answer.getInputs()), state: plain(answer.getProperties()) });
    },
    update: async (name, changed) => {
      const { urn, id, inputs, state } = the(name);
      const news = { ...inputs, ...changed };
      const request = new rpc.UpdateRequest().setUrn(urn).setId(id).setOlds(struct(state)).setNews(struct(news));
      const answer = await call(service.update, request.setOldInputs(struct(inputs)));
      Object.assign(the(name), { inputs: news, state: plain(answer.getProperties()) });
    },
    remove: async (name) => {
      const { urn, id, state } = the(name);
      await call(service.delete, new rpc.DeleteRequest().setUrn(urn).setId(id).setProperties(struct(state)));
      kept.delete(name);
    },
    lookUp: async (token, args) => {
      await call(service.invoke, new rpc.InvokeRequest().setTok(token).setArgs(struct(args)));
    },
  };
}

function struct(properties: Properties): Struct {
  return Struct.fromJavaScript(properties);
}

/** Secrets stay in their envelopes: what comes back goes out again as it is. */
function plain(properties: Struct | undefined): Properties {
  return properties?.toJavaScript() ?? {};
}
