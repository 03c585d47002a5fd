import { DeleteAccessKeyCommand, ListAccessKeysCommand, UpdateAccessKeyCommand } from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { createAccessKey } from "../state/access-keys";
import { createUser } from "../state/users";
import { furnished } from "../testing/furnished-account";
import { refusal } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented fields, codes and words (2026-11-24).

describe("an access key", () => {
  const UserName = "Svc";

  it("is listed without its secret, put out of use and deleted", async () => {
    const { iam, served } = await furnished((draft, invention) => {
      createAccessKey(draft, { user: UserName }, invention);
      createAccessKey(draft, { user: UserName }, invention);
    });
    const list = async () => (await iam.send(new ListAccessKeysCommand({ UserName }))).AccessKeyMetadata ?? [];
    const [first, second] = await list();
    expect(Object.keys(first ?? {}).sort()).toEqual(["AccessKeyId", "CreateDate", "Status", "UserName"]);
    const AccessKeyId = first?.AccessKeyId;
    await iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: "Inactive" }));
    expect((await list()).map(({ Status }) => Status)).toEqual(["Inactive", "Active"]);
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    expect((await list()).map((key) => key.AccessKeyId)).toEqual([second?.AccessKeyId]);
    expect(served.writes()).toBe(2);
  });

  it("of another user cannot be found, and has no third status", async () => {
    let AccessKeyId = "";
    const { iam, served } = await furnished((draft, invention) => {
      createUser(draft, { name: "Other" }, invention);
      AccessKeyId = createAccessKey(draft, { user: "Other" }, invention).id;
    });
    const missing = `NoSuchEntityException: The Access Key with id ${AccessKeyId} cannot be found.`;
    expect(await refusal(iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId })))).toBe(missing);
    const update = { UserName, AccessKeyId, Status: "Inactive" } as const;
    expect(await refusal(iam.send(new UpdateAccessKeyCommand(update)))).toBe(missing);
    const wrong = new UpdateAccessKeyCommand({ ...update, UserName: "Other", Status: "Broken" as "Active" });
    expect(await refusal(iam.send(wrong))).toBe(
      "ValidationError: 1 validation error detected: Value 'Broken' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
    );
    expect(served.writes()).toBe(0);
  });
});
