import type { PartitionName } from "#core/aws";
import type { InvokeFace } from "#emulators/wire/pulumi-provider";

import { refusal } from "../state/refusals";
import type { AccountCloud } from "./cloud";
import { getCallerIdentitySchema, getPartitionSchema, getRegionSchema } from "./generated/schema";
import { getRole } from "./get-role";
import { getSamlProvider } from "./get-saml-provider";
import { getUser } from "./get-user";
import { optionalText } from "./inputs";

const domains: Record<PartitionName, { readonly dnsSuffix: string; readonly reverseDnsPrefix: string }> = {
  aws: { dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" },
  "aws-us-gov": { dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" },
  "aws-cn": { dnsSuffix: "amazonaws.com.cn", reverseDnsPrefix: "cn.com.amazonaws" },
};

/** @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const regionDescriptions: ReadonlyMap<string, string> = new Map([
  ["ap-northeast-1", "Asia Pacific (Tokyo)"],
  ["ap-southeast-1", "Asia Pacific (Singapore)"],
  ["ap-southeast-2", "Asia Pacific (Sydney)"],
  ["ca-central-1", "Canada (Central)"],
  ["cn-north-1", "China (Beijing)"],
  ["cn-northwest-1", "China (Ningxia)"],
  ["eu-central-1", "Europe (Frankfurt)"],
  ["eu-north-1", "Europe (Stockholm)"],
  ["eu-west-1", "Europe (Ireland)"],
  ["eu-west-2", "Europe (London)"],
  ["eu-west-3", "Europe (Paris)"],
  ["us-east-1", "US East (N. Virginia)"],
  ["us-east-2", "US East (Ohio)"],
  ["us-gov-east-1", "AWS GovCloud (US-East)"],
  ["us-gov-west-1", "AWS GovCloud (US-West)"],
  ["us-west-1", "US West (N. California)"],
  ["us-west-2", "US West (Oregon)"],
]);

const getCallerIdentity: InvokeFace<AccountCloud> = {
  schema: getCallerIdentitySchema,
  modelled: [],
  invoke({ account, caller }) {
    const { id } = account.read();
    return Promise.resolve({ accountId: id, arn: caller.arn, id, userId: caller.userId });
  },
};

const getPartition: InvokeFace<AccountCloud> = {
  schema: getPartitionSchema,
  modelled: [],
  invoke({ account }) {
    const { partition } = account.read();
    return Promise.resolve({ id: partition, partition, ...domains[partition] });
  },
};

const getRegion: InvokeFace<AccountCloud> = {
  schema: getRegionSchema,
  modelled: ["name", "region"],
  invoke(cloud, args) {
    const region = optionalText(args, "region") ?? optionalText(args, "name") ?? cloud.region;
    const description = regionDescriptions.get(region);
    if (description === undefined) return Promise.reject(refusal("regionNotEmulated", { region }));
    const endpoint = `ec2.${region}.${domains[cloud.account.read().partition].dnsSuffix}`;
    return Promise.resolve({ description, endpoint, id: region, name: region, region });
  },
};

export const invokes = [getCallerIdentity, getPartition, getRegion, getRole, getSamlProvider, getUser] as const;
