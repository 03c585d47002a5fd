import { describe, expect, it } from "vitest";
import { conditionProspect, type Outlook, type Prospect } from "./condition-prospect";

const now = Date.parse("2026-11-25T00:00:00Z");
const prospect = (condition: object, outlook: Partial<Outlook> = {}): Prospect =>
  conditionProspect(condition as Parameters<typeof conditionProspect>[0], {
    effect: "Allow",
    known: {},
    now,
    effort: { left: 1_000_000 },
    ...outlook,
  });

describe("conditionProspect", () => {
  it.each([
    {},
    { StringLike: { "aws:PrincipalArn": "*" } },
    { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/x", "*"] } },
    { StringLikeIfExists: { "aws:PrincipalTag/team": "*" } },
    { "ForAllValues:StringLike": { "aws:TagKeys": ["*"] } },
    { Null: { "aws:PrincipalArn": "false" } },
    { Bool: { "AWS:SecureTransport": "true" } },
    { Bool: { "aws:ViaAWSService": "false" } },
    { IpAddress: { "aws:SourceIp": ["0.0.0.0/0", "::/0"] } },
    { DateGreaterThan: { "aws:CurrentTime": "2020-01-01" } },
    { DateLessThan: { "aws:CurrentTime": "2099-01-01" } },
    { NumericGreaterThan: { "aws:EpochTime": "1500000000" } },
  ])("always holds: %j", (condition) => {
    expect(prospect(condition)).toBe("always");
  });

  it.each([
    { DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } },
    { DateGreaterThan: { "aws:CurrentTime": "2099-01-01" } },
    { DateLessThan: { "aws:TokenIssueTime": "2020-01-01" } },
    { NumericLessThan: { "aws:EpochTime": "1500000000" } },
    { DateLessThan: { "aws:CurrentTime": "soon" } },
    { Bool: { "aws:SecureTransport": "false" } },
    { Bool: { "aws:PrincipalIsAWSService": "true" } },
    { Bool: { "aws:MultiFactorAuthPresent": "perhaps" } },
    { Null: { "aws:PrincipalArn": "true" } },
    { Null: { "aws:username": "true" }, StringLike: { "aws:username": "*" } },
    { StringEquals: { "aws:username": [] } },
    { StringEquals: { "aws:username": "a" }, StringNotEquals: { "aws:Username": ["a", "b"] } },
    { StringEquals: { "aws:username": "a" }, StringLike: { "aws:username": "b*" } },
    { StringLike: { "aws:username": "a*" }, StringNotLike: { "aws:username": "*" } },
    { StringLike: { "aws:username": ["a*", "b*"] }, ArnLike: { "aws:username": "c*" } },
    { NumericLessThan: { "s3:max-keys": "5" }, NumericGreaterThan: { "s3:max-keys": "7" } },
    { NumericGreaterThanEquals: { "s3:max-keys": "5" }, NumericLessThan: { "s3:max-keys": "5" } },
    { DateLessThan: { "ec2:x": "2026-01-01" }, DateGreaterThan: { "ec2:x": "2026-02-01" } },
    { Bool: { "x:y": "true" }, StringEquals: { "x:y": "false" } },
    { IpAddress: { "aws:SourceIp": "no address" } },
    { StringEquals: { "aws:username": "a" }, DateLessThan: { "aws:CurrentTime": "2020-01-01" } },
  ])("never holds: %j", (condition) => {
    expect(prospect(condition)).toBe("never");
  });

  it.each<[object, string[]]>([
    [{ Bool: { "aws:MultiFactorAuthPresent": "true" } }, ["aws:multifactorauthpresent"]],
    [{ DateGreaterThan: { "aws:TokenIssueTime": "2020-01-01" } }, ["aws:tokenissuetime"]],
    [{ StringLike: { "aws:PrincipalTag/team": "*" } }, ["aws:principaltag/team"]],
    [{ StringNotLike: { "aws:PrincipalTag/team": "*" } }, ["aws:principaltag/team"]],
    [{ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, ["aws:sourceip"]],
    [{ StringEquals: { "aws:a": "${aws:username}" }, StringNotEquals: { "aws:a": "${aws:username}" } }, ["aws:a"]],
    [{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, StringNotEquals: { "aws:TagKeys": "a" } }, ["aws:tagkeys"]],
    [{ StringEquals: { "aws:b": "a" }, Bool: { "aws:a": "true" } }, ["aws:a", "aws:b"]],
    [{ StringLike: { "aws:a": "a*" }, StringNotLike: { "aws:a": "ab*" } }, ["aws:a"]],
    [{ NumericLessThan: { "s3:max-keys": "7" }, NumericGreaterThan: { "s3:max-keys": "6" } }, ["s3:max-keys"]],
    [{ NoSuchOperator: { "aws:a": "a" } }, []],
  ])("hangs on keys: %j", (condition, keys) => {
    expect(prospect(condition)).toEqual({ keys });
  });

  it("takes what a caller can choose for no limit of an Allow, and for one of a Deny", () => {
    const condition = { Bool: { "aws:ViaAWSService": "false" } };
    expect(prospect(condition, { effect: "Deny" })).toEqual({ keys: ["aws:viaawsservice"] });
  });

  it("knows the keys that it is told, in any letter case", () => {
    const condition = { StringEquals: { "IAM:PassedToService": "ec2.amazonaws.com" } };
    expect(prospect(condition)).toEqual({ keys: ["iam:passedtoservice"] });
    expect(prospect(condition, { known: { "iam:PassedToService": "ec2.amazonaws.com" } })).toBe("always");
    expect(prospect(condition, { known: { "iam:PassedToService": "lambda.amazonaws.com" } })).toBe("never");
  });
});
