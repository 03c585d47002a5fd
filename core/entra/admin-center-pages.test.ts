import { describe, expect, it } from "vitest";
import { adminCenterPage } from "./admin-center-pages";

const ids = { objectId: "55550000-0000-4000-8000-000000000007", clientId: "cccc0000-0000-4000-8000-000000000006" };

describe("adminCenterPage", () => {
  it("finds the pages of an enterprise application by both of its ids", () => {
    expect(adminCenterPage("singleSignOn", ids)).toBe(
      `https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/SignOn/objectId/${ids.objectId}/appId/${ids.clientId}`,
    );
  });

  it("finds groups and Conditional Access policies in the cloud that they are in", () => {
    expect(adminCenterPage("group", ids, "usgov")).toBe(
      `https://entra.microsoft.us/#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/${ids.objectId}`,
    );
    expect(adminCenterPage("conditionalAccessPolicy", ids, "china")).toBe(
      `https://entra.microsoftonline.cn/#view/Microsoft_AAD_ConditionalAccess/PolicyBlade/policyId/${ids.objectId}`,
    );
  });

  it("lets no id leave its place in the address", () => {
    expect(adminCenterPage("group", { objectId: "x/../y#z) [" })).toMatch(/groupId\/x%2F\.\.%2Fy%23z\)%20%5B$/);
  });
});
