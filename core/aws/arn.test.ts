import { describe, expect, it } from "vitest";
import {
  assumedRoleArn,
  isSamlEndpoint,
  parseArn,
  parseIamResource,
  partitions,
  policyArn,
  roleArn,
  samlProviderArn,
  stsEndpoint,
  userArn,
} from "#core/aws";

const accountId = "111122223333";

describe("ARN builders", () => {
  it.each([
    [roleArn({ accountId, name: "Developer" }), "arn:aws:iam::111122223333:role/Developer"],
    [roleArn({ accountId, path: "/team/", name: "Developer" }), "arn:aws:iam::111122223333:role/team/Developer"],
    [userArn({ accountId, name: "Svc-X" }), "arn:aws:iam::111122223333:user/Svc-X"],
    [policyArn({ accountId, name: "Boundary" }), "arn:aws:iam::111122223333:policy/Boundary"],
    [
      samlProviderArn({ partition: "aws-us-gov", accountId, name: "EntraID" }),
      "arn:aws-us-gov:iam::111122223333:saml-provider/EntraID",
    ],
    [
      assumedRoleArn({ accountId, roleName: "Developer", sessionName: "a@contoso.com" }),
      "arn:aws:sts::111122223333:assumed-role/Developer/a@contoso.com",
    ],
  ])("build %s", (arn, expected) => {
    expect(arn).toBe(expected);
  });
});

describe("parseArn", () => {
  it("takes an ARN apart and keeps colons of the resource", () => {
    expect(parseArn("arn:aws-cn:logs:cn-north-1:111122223333:log-group:a:*")).toEqual({
      partition: "aws-cn",
      service: "logs",
      region: "cn-north-1",
      accountId,
      resource: "log-group:a:*",
    });
  });

  it.each([
    "",
    "Developer",
    "arn:aws:iam::111122223333:",
    "arn:aws:iam::11112222333:role/Developer",
    "arn:constructor:iam::111122223333:role/Developer",
    "arn:aws:iam::111122223333:role/Devel oper",
    "arn:aws:iam::111122223333:role/Developer\n",
    " arn:aws:iam::111122223333:role/Developer",
  ])("takes %j for no ARN", (text) => {
    expect(parseArn(text)).toBeUndefined();
  });

  it("takes an IAM resource apart", () => {
    const resourceOf = (arn: string) => {
      const parsed = parseArn(arn);
      return parsed && parseIamResource(parsed);
    };
    expect(resourceOf("arn:aws:iam::111122223333:role/a/b/C")).toEqual({ type: "role", path: "/a/b/", name: "C" });
    expect(resourceOf("arn:aws:iam::111122223333:role/C")).toEqual({ type: "role", path: "/", name: "C" });
    expect(resourceOf("arn:aws:iam::111122223333:role/")).toBeUndefined();
    expect(resourceOf("arn:aws:iam::111122223333:root")).toBeUndefined();
    expect(resourceOf("arn:aws:sts::111122223333:role/C")).toBeUndefined();
  });
});

describe("partitions", () => {
  it("each accept a response at their own endpoint only", () => {
    const names = ["aws", "aws-us-gov", "aws-cn"] as const;
    for (const name of names) {
      const accepted = names.filter((other) => isSamlEndpoint(name, partitions[other].samlEndpoint));
      expect(accepted).toEqual([name]);
    }
  });

  it("accept the endpoint of a region in partition aws", () => {
    expect(isSamlEndpoint("aws", "https://eu-west-1.signin.aws.amazon.com/saml")).toBe(true);
    expect(isSamlEndpoint("aws-cn", "https://eu-west-1.signin.aws.amazon.com/saml")).toBe(false);
    expect(isSamlEndpoint("aws-us-gov", "https://us-gov-east-1.signin.amazonaws-us-gov.com/saml")).toBe(true);
    expect(isSamlEndpoint("aws", "https://us-gov-east-1.signin.aws.amazon.com/saml")).toBe(false);
    expect(isSamlEndpoint("aws-cn", "https://cn-northwest-1.signin.amazonaws.cn/saml")).toBe(true);
  });

  it.each([
    "https://signin.aws.amazon.com/saml#111122223333",
    "https://evil.example/eu-west-1.signin.aws.amazon.com/saml",
    "https://evil.example#.signin.aws.amazon.com/saml",
    "http://signin.aws.amazon.com/saml",
  ])("do not accept %s", (url) => {
    expect(isSamlEndpoint("aws", url)).toBe(false);
  });

  it("have an STS endpoint in each region", () => {
    expect(stsEndpoint("aws", "eu-west-1")).toBe("https://sts.eu-west-1.amazonaws.com");
    expect(stsEndpoint("aws-cn", "cn-north-1")).toBe("https://sts.cn-north-1.amazonaws.com.cn");
  });
});
