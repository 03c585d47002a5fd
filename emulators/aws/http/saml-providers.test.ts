import { GetSAMLProviderCommand, ListSAMLProvidersCommand } from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { developerArns, firstKey, metadataOf } from "../testing/federation";
import { accountArn, furnished } from "../testing/furnished-account";
import { refusal } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented fields, codes and words (2026-11-24).

describe("a SAML provider", () => {
  it("is listed, and shown with its metadata", async () => {
    const { iam } = await furnished();
    const { SAMLProviderList = [] } = await iam.send(new ListSAMLProvidersCommand({}));
    expect(SAMLProviderList.map(({ Arn }) => Arn)).toEqual([developerArns.principalArn]);
    const provider = await iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: developerArns.principalArn }));
    expect(provider.SAMLMetadataDocument).toBe(metadataOf(firstKey));
    expect(provider.ValidUntil?.getUTCFullYear()).toBe((provider.CreateDate?.getUTCFullYear() ?? 0) + 100);
    expect([provider.Tags, provider.SAMLProviderUUID?.length]).toEqual([[], 32]);
  });

  it("that is not there has no manifest", async () => {
    const { iam } = await furnished();
    const SAMLProviderArn = accountArn("saml-provider/Other");
    expect(await refusal(iam.send(new GetSAMLProviderCommand({ SAMLProviderArn })))).toBe(
      `NoSuchEntityException: Manifest not found for arn ${SAMLProviderArn}`,
    );
  });
});
