import type { Account } from "../state/account";
import { findPolicy, isManagedByAws, policyOf, policyVersionOf } from "../state/managed-policies";
import { policiesOfAws, type PolicyReference } from "../state/policies-of-aws";
import { refusal } from "../state/refusals";
import { describePolicy, describeTags, describeVersion, unlessEmpty, usage } from "./descriptions";
import { type Operation, type Parameters, services } from "./operation";
import { pageBy, truncation } from "./page";
import { requiredParameter } from "./parameters";
import { onPolicy, policyArn } from "./targets";
import { urlEncoded } from "./url-encoded";

export const policyOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "GetPolicy",
    parameters: ["PolicyArn"],
    signed: true,
    call: onPolicy("iam:GetPolicy"),
    run: (handle, parameters) => {
      const account = handle.read();
      const arn = policyArn(parameters);
      const ofAws = policiesOfAws(account).find((policy) => policy.arn === arn);
      if (ofAws !== undefined) return { result: { Policy: describePolicyOfAws(account, ofAws) } };
      refusePolicyOfAws(account, arn);
      const policy = policyOf(account, arn);
      const { description, tags } = policy;
      const details = { Description: unlessEmpty(description), Tags: describeTags(tags) };
      return { result: { Policy: { ...describePolicy(account, policy), ...details } } };
    },
  },
  {
    service: services.iam,
    name: "GetPolicyVersion",
    parameters: ["PolicyArn", "VersionId"],
    signed: true,
    call: onPolicy("iam:GetPolicyVersion"),
    run: (handle, parameters) => {
      const account = handle.read();
      const arn = policyArn(parameters);
      const id = requiredParameter(parameters, "VersionId", { min: 1, max: 128 });
      refusePolicyOfAws(account, arn);
      const policy = policyOf(account, arn);
      const version = policyVersionOf(account, { arn, version: id });
      const Document = urlEncoded(version.document);
      return { result: { PolicyVersion: { Document, ...describeVersion(policy, version) } } };
    },
  },
  {
    service: services.iam,
    name: "ListPolicies",
    parameters: ["Marker", "MaxItems", "OnlyAttached", "PathPrefix", "Scope"],
    signed: true,
    call: (_account, parameters) => ({
      action: "iam:ListPolicies",
      resource: "*",
      shown: `policy path ${parameters.get("PathPrefix") ?? "/"}`,
    }),
    run: (handle, parameters) => {
      const account = handle.read();
      const page = pageBy(listed(account, parameters), parameters, { keyOf: ({ Arn }) => Arn });
      return { result: { Policies: page.entries, ...truncation(page) } };
    },
  },
  {
    service: services.iam,
    name: "ListPolicyVersions",
    parameters: ["Marker", "MaxItems", "PolicyArn"],
    signed: true,
    call: onPolicy("iam:ListPolicyVersions"),
    run: (handle, parameters) => {
      const account = handle.read();
      const arn = policyArn(parameters);
      refusePolicyOfAws(account, arn);
      const policy = policyOf(account, arn);
      const page = pageBy(policy.versions, parameters, { keyOf: ({ id }) => id, compare: newestFirst });
      const Versions = page.entries.map((version) => describeVersion(policy, version));
      return { result: { Versions, ...truncation(page) } };
    },
  },
];

const scopes: ReadonlySet<string> = new Set(["All", "AWS", "Local"]);

function listed(account: Account, parameters: Parameters) {
  const scope = parameters.get("Scope") ?? "All";
  if (!scopes.has(scope)) {
    throw refusal("notInEnumeration", { value: scope, member: "scope", values: "All, AWS, Local" });
  }
  const own = scope === "AWS" ? [] : account.policies.map((policy) => describePolicy(account, policy));
  const ofAws = scope === "Local" ? [] : policiesOfAws(account).map((policy) => describePolicyOfAws(account, policy));
  const prefix = parameters.get("PathPrefix") ?? "/";
  return [...own, ...ofAws]
    .filter(({ Path }) => Path.startsWith(prefix))
    .filter(({ AttachmentCount }) => parameters.get("OnlyAttached") !== "true" || AttachmentCount > 0);
}

/** Id, dates and versions of a policy of AWS are not known here, and are left out rather than made up. */
function describePolicyOfAws(account: Account, { name, arn, path }: PolicyReference) {
  return { PolicyName: name, Arn: arn, Path: path, ...usage(account, arn) };
}

/** AWS has more policies, and more versions of each, than are known here. */
function refusePolicyOfAws(account: Account, arn: string): void {
  if (findPolicy(account, arn) === undefined && isManagedByAws(account, arn)) {
    throw refusal("policyOfAwsNotEmulated", { arn });
  }
}

function newestFirst(a: string, b: string): number {
  return Number(b.slice(1)) - Number(a.slice(1));
}
