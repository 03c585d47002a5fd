import { describe, expect, it } from "vitest";
import { NotSignedIn } from "../clients/not-signed-in";
import { openStackAws } from "./stack-aws";

describe("openStackAws", () => {
  it("says so when the region is one of another partition, in place of asking AWS there", async () => {
    const opened = openStackAws({ "aws:region": "us-east-1" }, "aws-cn");
    await expect(opened).rejects.toThrow(NotSignedIn);
    await expect(opened).rejects.toThrow(
      'The region "us-east-1" is not one of partition aws-cn: set aws:region to one of it, such as cn-north-1.',
    );
  });
});
