import { describe, expect, it } from "vitest";
import { partitions } from "#core/aws";
import { entraClouds } from "./entra-clouds";
import { type ConfiguredApplication, manualSteps } from "./manual-steps";

const application: ConfiguredApplication = {
  accountId: "111122223333",
  partition: "aws",
  cloud: entraClouds.public,
  appId: "cccc0000-0000-4000-8000-000000000006",
  servicePrincipalObjectId: "55550000-0000-4000-8000-000000000007",
  replyUrls: [partitions.aws.samlEndpoint],
  hasCertificate: true,
};

describe("manualSteps", () => {
  it("has nothing to say of an application of the public cloud in partition aws", () => {
    expect(manualSteps(application)).toEqual([]);
  });

  it("takes a region's endpoint for a reply URL of the partition", () => {
    const replyUrls = ["https://us-gov-west-1.signin.amazonaws-us-gov.com/saml"];
    expect(manualSteps({ ...application, partition: "aws-us-gov", replyUrls })).toEqual([]);
  });

  it.each(["aws-us-gov", "aws-cn"] as const)("asks for the reply URL of %s until it is set", (partition) => {
    const { samlEndpoint } = partitions[partition];
    const [step, ...others] = manualSteps({ ...application, partition });
    expect(others).toEqual([]);
    expect(step).toEqual({ blocks: true, text: expect.stringContaining(samlEndpoint) as string });
    expect(step?.text).toContain(`${samlEndpoint}#111122223333`);
    expect(manualSteps({ ...application, partition, replyUrls: [samlEndpoint] })).toEqual([]);
  });

  it.each(["usgov", "china"] as const)("leads to the single sign-on page of %s", (name) => {
    const steps = manualSteps({ ...application, cloud: entraClouds[name], hasCertificate: false });
    expect(steps.map(({ blocks }) => blocks)).toEqual([true, false]);
    const [certificate, link] = steps;
    expect(certificate?.text).toMatch(/^Make a signing certificate and make it active[^]*signingCertificates/);
    expect(certificate?.text).toContain("/objectId/55550000-0000-4000-8000-000000000007/appId/cccc0000");
    expect(link?.text).toContain("User access URL");
  });
});
