import { decideSignIn, type SignIn } from "#core/entra/conditional-access";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPolicies, arbitrarySignIn, inputs, namedLocations, possible } from "./arbitrary-sign-ins";
import { naivelyDecide } from "./naive-conditional-access";

const tenant = { namedLocations };

describe("decideSignIn, judged by a naive model", () => {
  it("agrees where everything is known, in the decision and in the policies that make it", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryPolicies, arbitrarySignIn, (policies, signIn) => {
        const model = naivelyDecide(policies, signIn, namedLocations);
        const judged = decideSignIn(policies, signIn, tenant);
        expect(judged.decision).toBe(model.decision);
        expect(judged.policies.map(({ displayName }) => displayName)).toEqual(model.policies);
        expect(judged.open).toEqual([]);
        seen.add(judged.decision);
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(["blocked", "challenge", "granted"]);
  });

  it("is sure only where every world gives the same answer", () => {
    let undetermined = 0;
    const unknown = fc.uniqueArray(fc.constantFrom(...inputs), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(arbitraryPolicies, arbitrarySignIn, unknown, (policies, signIn, inputs) => {
        const judged = decideSignIn(policies, without(signIn, inputs), tenant);
        const worlds = worldsOf(signIn, inputs).map((world) => naivelyDecide(policies, world, namedLocations).decision);
        if (judged.decision !== "undetermined") {
          expect(new Set(worlds)).toEqual(new Set([judged.decision]));
          return;
        }
        undetermined++;
        const told = judged.open.flatMap((policy) => policy.inputs.map((input) => input.replace(/\..*/, "")));
        expect(told.length).toBeGreaterThan(0);
        expect(inputs).toEqual(expect.arrayContaining(told));
      }),
      { numRuns: 1000 },
    );
    expect(undetermined, "unknowns matter at times").toBeGreaterThan(25);
  });
});

type Input = keyof typeof possible;

function without(signIn: SignIn, inputs: readonly Input[]): SignIn {
  const changes = inputs.map((input) => [input, input === "ipAddress" || input === "device" ? undefined : "unknown"]);
  return { ...signIn, ...(Object.fromEntries(changes) as Partial<SignIn>) };
}

function worldsOf(signIn: SignIn, inputs: readonly Input[]): readonly SignIn[] {
  return inputs.reduce<readonly SignIn[]>(
    (worlds, input) => worlds.flatMap((world) => possible[input].map((value) => ({ ...world, [input]: value }))),
    [signIn],
  );
}
