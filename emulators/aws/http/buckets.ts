import { XmlList } from "#emulators/wire/aws-query";

import type { Bucket } from "../state/account";
import { refusal } from "../state/refusals";
import { type Operation, type Parameters, services } from "./operation";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export const bucketOperations: readonly Operation[] = [
  {
    service: services.s3,
    name: "ListBuckets",
    // The SDK names the operation in x-id, for logs.
    parameters: ["bucket-region", "continuation-token", "max-buckets", "prefix", "x-id"],
    signed: true,
    call: () => ({ action: "s3:ListAllMyBuckets", resource: "*" }),
    run: (handle, parameters) => {
      const { id, buckets } = handle.read();
      const { page, next } = pageOf(buckets, parameters);
      const entries = page.map(({ name, region, createDate }) => ({
        Name: name,
        CreationDate: createDate,
        BucketRegion: region,
      }));
      return {
        result: {
          Owner: { ID: id },
          Buckets: new XmlList("Bucket", entries),
          ContinuationToken: next,
          Prefix: parameters.get("prefix"),
        },
      };
    },
  },
];

/** Without `max-buckets` S3 lists all; the token holds the last name handed out. */
function pageOf(buckets: readonly Bucket[], parameters: Parameters) {
  const prefix = parameters.get("prefix") ?? "";
  const region = parameters.get("bucket-region");
  const token = parameters.get("continuation-token");
  const after = token === undefined ? "" : Buffer.from(token, "base64url").toString();
  const matching = buckets
    .filter(({ name }) => name.startsWith(prefix) && name > after)
    .filter((bucket) => region === undefined || bucket.region === region)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = matching.slice(0, pageSize(parameters.get("max-buckets")));
  const last = page.at(-1);
  const next = page.length < matching.length && last ? Buffer.from(last.name).toString("base64url") : undefined;
  return { page, next };
}

function pageSize(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  const size = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (size < 1 || size > 10_000) throw refusal("invalidMaxBuckets");
  return size;
}
