import { describe, expect, it } from "vitest";
import {
  findManagedPolicy,
  knownManagedPolicyNames,
  managedPolicyDocument,
  managedPolicyProblems,
  nearestManagedPolicies,
} from "#core/aws/managed-policies";

const account = { partition: "aws", accountId: "111122223333" } as const;

describe("findManagedPolicy", () => {
  it.each([
    ["AdministratorAccess", "arn:aws:iam::aws:policy/AdministratorAccess", true],
    ["ViewOnlyAccess", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", true],
    ["job-function/ViewOnlyAccess", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", true],
    ["AWSLambdaBasicExecutionRole", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", true],
    [
      "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
      "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
      true,
    ],
    ["arn:aws:iam::aws:policy/ViewOnlyAccess", "arn:aws:iam::aws:policy/ViewOnlyAccess", false],
    [
      "arn:aws:iam::111122223333:policy/AdministratorAccess",
      "arn:aws:iam::111122223333:policy/AdministratorAccess",
      false,
    ],
    ["BrandNewAccess", "arn:aws:iam::aws:policy/BrandNewAccess", false],
    ["administratoraccess", "arn:aws:iam::aws:policy/administratoraccess", false],
    ["constructor", "arn:aws:iam::aws:policy/constructor", false],
  ])("finds %s", (given, arn, known) => {
    expect(findManagedPolicy(given)).toEqual({ arn, name: arn.slice(arn.lastIndexOf("/") + 1), known });
  });

  it("names the policy in the asked partition", () => {
    expect(findManagedPolicy("AdministratorAccess", "aws-cn")?.arn).toBe(
      "arn:aws-cn:iam::aws:policy/AdministratorAccess",
    );
  });

  it.each(["", "Administrator Access", "../x", "arn:aws:iam::111122223333:role/X", "arn:nonsense"])(
    "takes %j for no managed policy",
    (given) => {
      expect(findManagedPolicy(given)).toBeUndefined();
    },
  );
});

describe("managedPolicyProblems", () => {
  it.each(["AdministratorAccess", "arn:aws:iam::aws:policy/BrandNewAccess", "arn:aws:iam::111122223333:policy/Own"])(
    "has nothing against %s",
    (given) => {
      expect(managedPolicyProblems(given, account, "x")).toEqual([]);
    },
  );

  it("warns of a name that is not known, with near ones", () => {
    expect(managedPolicyProblems("AmazonS3FulAccess", account, "roles.Developer.managedPolicies[0]")).toMatchObject([
      {
        severity: "warning",
        code: "managed-policy-unknown",
        property: "roles.Developer.managedPolicies[0]",
        given: '"AmazonS3FulAccess"',
      },
    ]);
    expect(nearestManagedPolicies("AmazonS3FulAccess")[0]).toBe("AmazonS3FullAccess");
    expect(nearestManagedPolicies("job-function/ViewOnlyAcess")[0]).toBe("ViewOnlyAccess");
  });

  it("says what to do where no name is near", () => {
    expect(managedPolicyProblems("Zzzzzzzzzzzzzzzzzzzz", account, "x")[0]?.remedy).toBe(
      "if AWS added it lately, give its full ARN and this warning goes away",
    );
  });

  it.each([
    ["arn:aws-cn:iam::aws:policy/AdministratorAccess", "arn-other-partition"],
    ["arn:aws:iam::444455556666:policy/Own", "arn-other-account"],
    ["arn:aws:iam::111122223333:role/X", "arn-malformed"],
    ["Administrator Access", "managed-policy-malformed"],
  ])("refuses %s", (given, code) => {
    expect(managedPolicyProblems(given, account, "x")).toMatchObject([{ severity: "error", code }]);
  });
});

describe("managedPolicyDocument", () => {
  it("has the document of the administrator's policy", () => {
    expect(managedPolicyDocument("arn:aws:iam::aws:policy/AdministratorAccess")).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["*"], Resource: ["*"] }],
    });
  });

  it.each([
    "AmazonS3FullAccess",
    "AmazonS3ReadOnlyAccess",
    "IAMFullAccess",
    "IAMReadOnlyAccess",
    "PowerUserAccess",
    "SecurityAudit",
    "job-function/Billing",
    "job-function/ViewOnlyAccess",
  ])("has a good document of %s, which is a known policy", (suffix) => {
    const arn = `arn:aws:iam::aws:policy/${suffix}`;
    expect(managedPolicyDocument(arn)?.Statement.length).toBeGreaterThan(0);
    expect(findManagedPolicy(arn)?.known).toBe(true);
  });

  it("knows in other partitions the one that is the same everywhere", () => {
    const document = managedPolicyDocument("arn:aws:iam::aws:policy/AdministratorAccess");
    expect(managedPolicyDocument("arn:aws-cn:iam::aws:policy/AdministratorAccess")).toEqual(document);
    expect(managedPolicyDocument("arn:aws-us-gov:iam::aws:policy/AdministratorAccess")).toEqual(document);
  });

  it.each([
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws:iam::111122223333:policy/AdministratorAccess",
    "arn:aws-cn:iam::aws:policy/AmazonS3FullAccess",
    "AdministratorAccess",
  ])("does not know %s", (arn) => {
    expect(managedPolicyDocument(arn)).toBeUndefined();
  });
});

describe("knownManagedPolicyNames", () => {
  it("has each name once, whatever its path", () => {
    const names = knownManagedPolicyNames();
    expect(names.length).toBeGreaterThan(1500);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => !/^[\w+=,.@-]+$/.test(name))).toEqual([]);
  });
});
