import type { Statement } from "#core/aws/policy";
import { describe, expect, it } from "vitest";
import { evaluateStatement, type Attachment, type StatementOutcome } from "./evaluate-statement";
import type { AuthorizationRequest } from "./request";

const account = "111122223333";
const request: AuthorizationRequest = {
  principalArn: `arn:aws:sts::${account}:assumed-role/Developer/alice`,
  action: "s3:GetObject",
  resource: "arn:aws:s3:::bucket/alice/report",
  context: new Map([["aws:username", ["alice"]]]),
  unknownKeys: new Set(["aws:sourceip", "aws:principaltag/team"]),
};
const identity: Attachment = { attachedTo: "principal", variables: true };
const resource: Attachment = { attachedTo: "resource", variables: true };
const allow = { Effect: "Allow" } as const;
const deny = { Effect: "Deny" } as const;

function outcome(statement: Statement, attachment = identity): StatementOutcome {
  return evaluateStatement(statement, request, attachment);
}

describe("evaluateStatement", () => {
  it.each<[Statement, StatementOutcome]>([
    [
      { ...allow, Action: ["S3:get*"], Resource: ["*"] },
      { applies: "yes", principal: "caller" },
    ],
    [
      { ...allow, Action: ["s3:Put*"], Resource: ["*"] },
      { applies: "no", element: "Action" },
    ],
    [
      { ...allow, Resource: ["*"] },
      { applies: "no", element: "Action" },
    ],
    [
      { ...allow, NotAction: ["iam:*"], Resource: ["*"] },
      { applies: "yes", principal: "caller" },
    ],
    [
      { ...allow, NotAction: ["s3:*"], Resource: ["*"] },
      { applies: "no", element: "NotAction" },
    ],
    [
      { ...allow, Action: ["*"], Resource: ["arn:aws:s3:::BUCKET/*"] },
      { applies: "no", element: "Resource" },
    ],
    [
      { ...allow, Action: ["*"], NotResource: ["arn:aws:s3:::bucket/*"] },
      { applies: "no", element: "NotResource" },
    ],
    [
      { ...allow, Action: ["*"], NotResource: ["arn:aws:s3:::bucket/bob/*"] },
      { applies: "yes", principal: "caller" },
    ],
    [
      { ...allow, Action: ["*"], Resource: ["arn:aws:s3:::bucket/${aws:username}/*"] },
      { applies: "yes", principal: "caller" },
    ],
    [
      { ...allow, Action: ["*"], Resource: ["arn:aws:s3:::${aws:PrincipalTag/none}*"] },
      { applies: "no", element: "Resource" },
    ],
    [
      { ...allow, Action: ["*"], Resource: ["*"], Condition: { Bool: { "aws:SecureTransport": ["true"] } } },
      { applies: "no", element: "Condition" },
    ],
    [
      {
        ...allow,
        Action: ["*"],
        Resource: ["arn:aws:s3:::bucket/${aws:PrincipalTag/team}/*"],
        Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
      },
      { applies: "open", keys: ["aws:principaltag/team", "aws:sourceip"], principal: "caller" },
    ],
  ])("%j", (statement, expected) => {
    expect(outcome(statement)).toEqual(expected);
  });

  it("takes single values where AWS writes them", () => {
    const statement = { Effect: "Allow", Action: "s3:*", Resource: "*" } as unknown as Statement;
    expect(outcome(statement)).toEqual({ applies: "yes", principal: "caller" });
  });

  const session = request.principalArn;
  const role = `arn:aws:iam::${account}:role/team/Developer`;
  const root = `arn:aws:iam::${account}:root`;
  it.each<[Partial<Statement> & { Effect: "Allow" | "Deny" }, string]>([
    [{ ...allow, Principal: "*" }, "caller"],
    [{ ...allow, Principal: { AWS: ["*"] } }, "caller"],
    [{ ...allow, Principal: { AWS: [session] } }, "caller"],
    [{ ...allow, Principal: { AWS: [role] } }, "role"],
    [{ ...allow, Principal: { AWS: [root, role] } }, "role"],
    [{ ...allow, Principal: { AWS: [root] } }, "account"],
    [{ ...allow, Principal: { AWS: [account] } }, "account"],
    [{ ...allow, Principal: { AWS: [`arn:aws:iam::${account}:role/Admin`] } }, "no"],
    [{ ...allow, Principal: { AWS: ["arn:aws:iam::444455556666:role/Developer"] } }, "no"],
    [{ ...allow, Principal: { AWS: ["444455556666"] } }, "no"],
    [{ ...allow, Principal: { Service: ["*"] } }, "no"],
    [{ ...allow, Principal: {} }, "no"],
    [allow, "no"],
    [{ ...deny, NotPrincipal: { AWS: [session, role, root] } }, "no"],
    [{ ...deny, NotPrincipal: { AWS: [role] } }, "caller"],
    [{ ...allow, NotPrincipal: { AWS: [role] } }, "no"],
    [{ ...allow, NotPrincipal: { AWS: ["444455556666"] } }, "caller"],
  ])("knows the caller in a resource's policy: %j is %s", (principal, expected) => {
    const result = outcome({ Action: ["*"], ...principal }, resource);
    expect(result.applies === "yes" ? result.principal : result.applies).toBe(expected);
  });

  it("takes the role's ARN from aws:PrincipalArn, path and all, where it is told", () => {
    const told = { ...request, context: new Map([["aws:principalarn", [role]]]) };
    const statement = (arn: string): Statement => ({ ...allow, Principal: { AWS: [arn] }, Action: ["*"] });
    expect(evaluateStatement(statement(role), told, resource)).toEqual({ applies: "yes", principal: "role" });
    expect(evaluateStatement(statement(`arn:aws:iam::${account}:role/Developer`), told, resource)).toEqual({
      applies: "no",
      element: "Principal",
    });
  });
});
