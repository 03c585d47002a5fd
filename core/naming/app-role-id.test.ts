import { describe, expect, it } from "vitest";
import { appRoleId, appRoleNamespace } from "#core/naming";

describe("appRoleId", () => {
  it("never changes: deployed app roles are known by it", () => {
    expect(appRoleNamespace).toBe("3f0c5e0a-6b1d-4d0e-9c57-1c7a2f4b8e61");
    expect(appRoleId("111122223333", "Administrator")).toBe("cdc58abb-9c39-5a12-9303-6ba101223cec");
    expect(appRoleId("444455556666", "Developer")).toBe("709c23c3-4216-5eb3-aaaa-6190183a593b");
  });

  it("tells accounts and roles apart", () => {
    const ids = ["111122223333", "444455556666"].flatMap((account) =>
      ["Developer", "developer", "Administrator"].map((role) => appRoleId(account, role)),
    );
    expect(new Set(ids).size).toBe(6);
  });
});
