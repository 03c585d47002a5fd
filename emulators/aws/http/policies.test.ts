import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  type ListPoliciesCommandInput,
} from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { accountArn, boundaryArn, document, furnished } from "../testing/furnished-account";
import { refusal } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented fields, codes and words (2026-11-24).

describe("a managed policy", () => {
  it("of the account is shown with its use, and its versions from the newest", async () => {
    const { iam } = await furnished();
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: boundaryArn }));
    expect(Policy).toMatchObject({
      PolicyName: "Boundary",
      Path: "/boundaries/",
      Description: "d",
      DefaultVersionId: "v2",
      AttachmentCount: 1,
      PermissionsBoundaryUsageCount: 1,
      IsAttachable: true,
      Tags: [],
    });
    const first = await iam.send(new ListPolicyVersionsCommand({ PolicyArn: boundaryArn, MaxItems: 1 }));
    expect(first.Versions).toMatchObject([{ VersionId: "v2", IsDefaultVersion: true }]);
    const { Versions } = await iam.send(
      new ListPolicyVersionsCommand({ PolicyArn: boundaryArn, Marker: first.Marker }),
    );
    expect(Versions).toMatchObject([{ VersionId: "v1", IsDefaultVersion: false }]);
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn: boundaryArn, VersionId: "v1" }));
    expect(decodeURIComponent(PolicyVersion?.Document ?? "")).toBe(document);
  });

  it("is listed by scope, path and use", async () => {
    const { iam } = await furnished();
    const names = async (input: ListPoliciesCommandInput) =>
      (await iam.send(new ListPoliciesCommand(input))).Policies?.map(({ PolicyName }) => PolicyName);
    expect(await names({ Scope: "Local" })).toEqual(["Boundary"]);
    expect(await names({ OnlyAttached: true })).toEqual([
      "Boundary",
      // The deployer's role, which every account has.
      "AdministratorAccess",
      "AmazonS3FullAccess",
      "SecurityAudit",
      "ViewOnlyAccess",
    ]);
    expect(await names({ Scope: "AWS", PathPrefix: "/job-function/" })).toContain("ViewOnlyAccess");
    const first = await iam.send(new ListPoliciesCommand({ MaxItems: 2 }));
    expect(first.IsTruncated).toBe(true);
    const second = await iam.send(new ListPoliciesCommand({ MaxItems: 2, Marker: first.Marker }));
    expect(second.Policies?.map(({ Arn }) => Arn)).not.toContain(first.Policies?.at(-1)?.Arn);
    expect(await refusal(iam.send(new ListPoliciesCommand({ Scope: "Mine" as "All" })))).toBe(
      "ValidationError: 1 validation error detected: Value 'Mine' at 'scope' failed to satisfy constraint: Member must satisfy enum value set: [All, AWS, Local]",
    );
    expect(await refusal(iam.send(new ListPoliciesCommand({ PolicyUsageFilter: "PermissionsPolicy" })))).toBe(
      "NotEmulated: Parameter PolicyUsageFilter of ListPolicies is not emulated.",
    );
  });

  it("of AWS is known to exist, and no version of it", async () => {
    const { iam } = await furnished();
    const PolicyArn = "arn:aws:iam::aws:policy/SecurityAudit";
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    expect(Policy).toEqual({
      PolicyName: "SecurityAudit",
      Arn: PolicyArn,
      Path: "/",
      AttachmentCount: 1,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
    });
    const unknown = (arn: string): string =>
      `NotEmulated: Of ${arn}, which belongs to AWS, the emulated accounts know at most that it exists.`;
    expect(await refusal(iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v1" })))).toBe(
      unknown(PolicyArn),
    );
    expect(await refusal(iam.send(new ListPolicyVersionsCommand({ PolicyArn })))).toBe(unknown(PolicyArn));
    const newest = "arn:aws:iam::aws:policy/MadeYesterday";
    expect(await refusal(iam.send(new GetPolicyCommand({ PolicyArn: newest })))).toBe(unknown(newest));
  });

  it("that is not there is no such entity, nor is a version; what is no ARN is no input", async () => {
    const { iam } = await furnished();
    const PolicyArn = accountArn("policy/No");
    const missing = `NoSuchEntityException: Policy ${PolicyArn} was not found.`;
    expect(await refusal(iam.send(new GetPolicyCommand({ PolicyArn })))).toBe(missing);
    expect(await refusal(iam.send(new ListPolicyVersionsCommand({ PolicyArn })))).toBe(missing);
    expect(await refusal(iam.send(new GetPolicyVersionCommand({ PolicyArn: boundaryArn, VersionId: "v9" })))).toBe(
      `NoSuchEntityException: Policy ${boundaryArn} version v9 does not exist or is not attachable.`,
    );
    expect(await refusal(iam.send(new GetPolicyCommand({ PolicyArn: "SecurityAudit and more" })))).toBe(
      "InvalidInputException: ARN SecurityAudit and more is not valid.",
    );
  });
});
