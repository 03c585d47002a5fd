import { GetAccountSummaryCommand, ListAccountAliasesCommand } from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { furnished } from "../testing/furnished-account";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented fields, codes and words (2026-11-24).

describe("the account", () => {
  it("counts what is in it, beside the quotas", async () => {
    const { iam } = await furnished();
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
    expect(SummaryMap).toMatchObject({
      Policies: 1,
      PoliciesQuota: 1500,
      PolicyVersionsInUse: 2,
      Providers: 1,
      RolesQuota: 1000,
      Users: 1,
      UsersQuota: 5000,
      AttachedPoliciesPerRoleQuota: 10,
    });
    expect((await iam.send(new ListAccountAliasesCommand({}))).AccountAliases).toEqual([]);
  });
});
