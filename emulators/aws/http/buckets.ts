import { XmlList } from "#emulators/wire/aws-query";

import { type Operation, services } from "./operation";

export const bucketOperations: readonly Operation[] = [
  {
    service: services.s3,
    name: "ListBuckets",
    signed: true,
    call: () => ({ action: "s3:ListAllMyBuckets", resource: "*" }),
    run: (handle) => {
      const { id, buckets } = handle.read();
      const entries = buckets.map(({ name, region, createDate }) => ({
        Name: name,
        CreationDate: createDate,
        BucketRegion: region,
      }));
      return { result: { Owner: { ID: id }, Buckets: new XmlList("Bucket", entries) } };
    },
  },
];
