import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordProblems } from "#core/entra";

const user = { userName: "Test-AWSAdmin@contoso.onmicrosoft.com", property: "testUsers.admin.password" };
const codesOf = (password: string) => passwordProblems(password, user).map(({ code }) => code);

describe("passwordProblems", () => {
  it("takes 8 to 256 characters and refuses one fewer or more", () => {
    expect(codesOf("Abcdef1")).toEqual(["password-length"]);
    expect(codesOf("Abcdefg1")).toEqual([]);
    expect(codesOf(`Ab1${"x".repeat(253)}`)).toEqual([]);
    expect(codesOf(`Ab1${"x".repeat(254)}`)).toEqual(["password-length"]);
  });

  it.each(["abcdefgH1", "abcdefg 1", "ABCDEFG-1", "abcdefG-", "correct Horse battery"])(
    "takes three kinds of characters: %s",
    (password) => {
      expect(codesOf(password)).toEqual([]);
    },
  );

  it.each(["abcdefgh", "abcdefgH", "abcdefg1", "12345678", "--------1"])("refuses two kinds or one: %s", (password) => {
    expect(codesOf(password)).toEqual(["password-complexity"]);
  });

  it.each(["Pässword-1", "Password-1\n", "Password-1€"])(
    "refuses characters that Entra does not take: %j",
    (password) => {
      expect(codesOf(password)).toEqual(["password-characters"]);
    },
  );

  it("refuses the user's own name in it, whatever its capitals", () => {
    expect(codesOf("x-test-awsADMIN-1")).toEqual(["password-contains-user-name"]);
  });

  it("lists all that is wrong at once", () => {
    expect(codesOf("ä")).toEqual(["password-length", "password-characters", "password-complexity"]);
  });

  it("never repeats the password", () => {
    // Unlike any word of the messages, so that finding it means it was repeated.
    const secret = fc.stringMatching(/^(ZQ|zq|97|Ü~){3,8}$/);
    fc.assert(
      fc.property(secret, (password) => {
        expect(JSON.stringify(passwordProblems(password, { ...user, userName: `${password}@x.com` }))).not.toContain(
          password,
        );
      }),
    );
  });
});
