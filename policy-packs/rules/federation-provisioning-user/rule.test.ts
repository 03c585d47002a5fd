import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf } from "../example";
import { testExamples } from "../rule.test-support";
import { runRules } from "../run-rules";
import { examples } from "./examples";
import { federationProvisioningUser } from "./rule";

testExamples(federationProvisioningUser, examples);

describe("federation-provisioning-user", () => {
  it("says nothing of what a user lacks who is not of this stack", () => {
    const stack = stackOf([
      {
        type: "aws:iam/userPolicy:UserPolicy",
        name: "deny",
        properties: {
          user: "Svc-EntraProvisioning-Account1",
          policy: JSON.stringify({ Statement: { Effect: "Deny", Action: "s3:*", Resource: "*" } }),
        },
      },
    ]);
    expect(runRules([federationProvisioningUser], stack, exampleSurroundings)).toEqual([]);
  });
});
