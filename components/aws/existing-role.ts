import { getRoleOutput } from "@pulumi/aws/iam/getRole";
import { parseArn, parseIamResource } from "#core/aws";
import { authorizeTrust, type Decision } from "#core/aws/authorization";
import { federatedTrustPolicy, parsePolicy, serializePolicy } from "#core/aws/policy";
import { error, shown, warning } from "#core/problems";
import * as pulumi from "@pulumi/pulumi";
import { heldByStackProblems, holderOf } from "../held-by-stack";
import type { Problem } from "../../core/problems";

/** A role that is there already, as it was found. */
export interface FoundRole {
  arn: string;
  trustPolicy: string;
  maxSessionDuration: number;
  /** ARN, or empty. */
  permissionsBoundary: string;
  /** URN by which the stack itself holds it. */
  holder?: string;
}

/** What a role has to let in. */
export interface ExpectedTrust {
  roleArn: string;
  samlProviderArn: string;
  /** The partition's SAML endpoint. */
  audience: string;
  /** What the program takes for the role's longest session, in seconds. */
  maxSessionDuration?: number;
}

/** The name in the ARN of a role; empty where it is none. */
export function roleNameOf(roleArn: string): string {
  const arn = parseArn(roleArn);
  return (arn && parseIamResource(arn)?.name) ?? "";
}

/** Reads a role by the name in its ARN; AWS's error where there is none. */
export function lookUpRole(roleArn: string, options: pulumi.InvokeOptions): pulumi.Output<FoundRole> {
  return pulumi
    .all([getRoleOutput({ name: roleNameOf(roleArn) }, options), holderOf("role", roleArn)])
    .apply(([found, holder]) => ({
      arn: found.arn,
      trustPolicy: found.assumeRolePolicy,
      maxSessionDuration: found.maxSessionDuration,
      permissionsBoundary: found.permissionsBoundary,
      holder,
    }));
}

/** What keeps a role from being taken by the federation's people; neither trust policy nor length is changed here. */
export function existingRoleProblems(
  found: FoundRole,
  expected: ExpectedTrust,
  property = "existingRoleArn",
): Problem[] {
  if (found.arn !== expected.roleArn) {
    const actual = `the ARN of the role of that name: ${found.arn}`;
    return [error({ code: "existing-role-other-path", property, given: shown(expected.roleArn), expected: actual })];
  }
  return [
    ...heldByStackProblems(found.holder, found.arn, property),
    ...trustProblems(found, expected, property),
    ...sessionProblems(found, expected, property),
  ];
}

function trustProblems({ trustPolicy }: FoundRole, expected: ExpectedTrust, property: string): Problem[] {
  const decision = decide(trustPolicy, expected);
  const given = shown(expected.roleArn);
  if (decision.decision === "allow") return [];
  if (decision.decision === "undetermined") {
    const keys = decision.open.flatMap((open) => (open.on === "keys" ? open.keys : []));
    const condition = `a trust policy that asks for nothing else; this one hangs on ${keys.join(", ")}`;
    return [warning({ code: "existing-role-conditional", property, given, expected: condition })];
  }
  const { samlProviderArn, audience } = expected;
  return [
    error({
      code: "existing-role-not-trusting",
      property,
      given: `${given}, whose trust policy ${decision.reason === "explicit" ? "denies" : "does not allow"} the sign-in`,
      expected: `sts:AssumeRoleWithSAML for ${samlProviderArn} with SAML:aud ${audience}`,
      remedy: `a trust policy such as ${serializePolicy(federatedTrustPolicy({ samlProviderArn, audience }))}`,
    }),
  ];
}

function decide(trustPolicy: string, { roleArn, samlProviderArn, audience }: ExpectedTrust): Decision {
  const parsed = parsePolicy(trustPolicy);
  return authorizeTrust(
    {
      principalArn: samlProviderArn,
      federatedPrincipal: samlProviderArn,
      action: "sts:AssumeRoleWithSAML",
      resource: roleArn,
      context: new Map([["saml:aud", [audience]]]),
      // Who signs in, and when, is not known yet.
      unknownKeys: (key) => key !== "saml:aud",
    },
    "document" in parsed ? parsed.document : "unknown",
  );
}

function sessionProblems(found: FoundRole, { maxSessionDuration }: ExpectedTrust, property: string): Problem[] {
  if (maxSessionDuration === undefined || found.maxSessionDuration >= maxSessionDuration) return [];
  return [
    error({
      code: "existing-role-session-shorter",
      property,
      given: `a role whose sessions last ${found.maxSessionDuration} seconds at most`,
      expected: `at least the ${maxSessionDuration} seconds of maxSessionDuration`,
    }),
  ];
}
