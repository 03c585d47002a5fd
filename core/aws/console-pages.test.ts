import { describe, expect, it } from "vitest";
import { consolePage } from "./console-pages";

describe("consolePage", () => {
  it.each([
    ["arn:aws:iam::111122223333:role/Developer", "https://console.aws.amazon.com/iam/home#/roles/details/Developer"],
    [
      "arn:aws:iam::111122223333:role/team/Developer",
      "https://console.aws.amazon.com/iam/home#/roles/details/Developer",
    ],
    ["arn:aws:iam::111122223333:user/a+b", "https://console.aws.amazon.com/iam/home#/users/details/a%2Bb"],
    [
      "arn:aws-us-gov:iam::111122223333:policy/P",
      "https://console.amazonaws-us-gov.com/iam/home#/policies/details/arn%3Aaws-us-gov%3Aiam%3A%3A111122223333%3Apolicy%2FP",
    ],
    [
      "arn:aws-cn:iam::111122223333:saml-provider/EntraID",
      "https://console.amazonaws.cn/iam/home#/identity_providers/details/SAML/arn%3Aaws-cn%3Aiam%3A%3A111122223333%3Asaml-provider%2FEntraID",
    ],
  ])("finds the page of %s", (arn, page) => {
    expect(consolePage(arn)).toBe(page);
  });

  it.each(["arn:aws:s3:::bucket", "arn:aws:iam::111122223333:group/G", "arn:aws:iam::111122223333:constructor/x", "x"])(
    "knows none for %s",
    (arn) => {
      expect(consolePage(arn)).toBeUndefined();
    },
  );
});
