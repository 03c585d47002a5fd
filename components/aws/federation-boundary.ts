import { Policy } from "@pulumi/aws/iam/policy";
import * as pulumi from "@pulumi/pulumi";
import { policyArn, policyNameProblems, roleArn, samlProviderArn, userArn } from "#core/aws";
import {
  federationBoundary,
  type FederationBoundary as FederationBoundaryDocument,
  federationBoundaryProblems as documentProblems,
  serializePolicy,
} from "#core/aws/policy";
import { nameOf } from "#core/naming";
import { accountProblems, ownerOf } from "../account-checks";
import { refuse, warn } from "../refusal";
import type { Problem } from "../../core/problems";
import type { AccountArgs } from "../account";

/** A federated role that the boundary protects, by what its ARN is computed from. */
export interface ProtectedRoleArgs {
  /** The role's name. */
  roleName: string;
  /**
   * The role's path.
   * @default "/"
   */
  path?: string;
}

/** What the permissions boundary of federated administrators is made from. */
export interface FederationBoundaryArgs {
  /** The account whose federation is protected. */
  account: AccountArgs;
  /** The federated roles that nobody under the boundary may change. */
  roles: ProtectedRoleArgs[];
  /**
   * ARNs of the account's own managed policies that the federated roles have: who may version one changes the role.
   * @default none
   */
  rolePolicyArns?: string[];
  /**
   * Name of the managed policy.
   * @default "EntraFederationBoundary"
   */
  policyName?: string;
  /**
   * Name of the SAML provider that nobody under the boundary may change.
   * @default "EntraID"
   */
  samlProviderName?: string;
  /**
   * Name of the IAM user of the provisioning agent, for whom nobody under the boundary may make keys.
   * @default "Svc-EntraProvisioning-<account name>"
   */
  provisioningUserName?: string;
  /** Tags of the policy. */
  tags?: Record<string, pulumi.Input<string>>;
}

/** Checks the arguments and computes names and the document. Pure. */
export function planFederationBoundary(instance: string, args: FederationBoundaryArgs) {
  const problems = [...accountProblems(args.account), ...federationBoundaryProblems(args)];
  const warnings = refuse("FederationBoundary", instance, problems);
  const boundary = boundaryOf(args);
  return {
    warnings,
    policyName: policyNameOf(args),
    arn: boundary.boundaryArn,
    document: serializePolicy(federationBoundary(boundary)),
  };
}

/** What is wrong with the arguments, the account apart. */
export function federationBoundaryProblems(args: FederationBoundaryArgs): Problem[] {
  return [...policyNameProblems(policyNameOf(args), "policyName"), ...documentProblems(boundaryOf(args), "roles")];
}

/** ARN of the policy. */
export function federationBoundaryArn(args: FederationBoundaryArgs): string {
  return policyArn({ ...ownerOf(args.account), name: policyNameOf(args) });
}

function policyNameOf(args: FederationBoundaryArgs): string {
  return args.policyName ?? nameOf("boundary", {});
}

function boundaryOf(args: FederationBoundaryArgs): FederationBoundaryDocument {
  const owner = ownerOf(args.account);
  const userName = args.provisioningUserName ?? nameOf("provisioningUser", { account: args.account.name });
  return {
    boundaryArn: federationBoundaryArn(args),
    samlProviderArn: samlProviderArn({ ...owner, name: args.samlProviderName ?? nameOf("samlProvider", {}) }),
    federatedRoleArns: args.roles.map(({ roleName, path }) => roleArn({ ...owner, path, name: roleName })),
    federatedRolePolicyArns: args.rolePolicyArns ?? [],
    provisioningUserArn: userArn({ ...owner, name: userName }),
  };
}

/**
 * The managed policy that, as permissions boundary of federated administrators, keeps them from changing the federation
 * itself or leaving the boundary. It allows everything else, and grants nothing: a boundary only limits.
 * What stays open: roles without this boundary that exist already, by `iam:PassRole` and `sts:AssumeRole`.
 */
export class FederationBoundary extends pulumi.ComponentResource {
  /** ARN of the policy, known at preview. */
  readonly policyArn: pulumi.Output<string>;
  /** The policy's document. */
  readonly document: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: FederationBoundaryArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planFederationBoundary(name, args);
    super("entra-aws:index:FederationBoundary", name, args, opts);
    warn("FederationBoundary", name, plan.warnings, this);

    const policy = new Policy(
      `${name}-policy`,
      {
        name: plan.policyName,
        description: "Keeps federated administrators from changing the federation with Microsoft Entra ID",
        policy: plan.document,
        tags: args.tags,
      },
      { parent: this },
    );

    this.policyArn = policy.name.apply(() => plan.arn);
    this.document = policy.policy;
    this.registerOutputs({ policyArn: this.policyArn, document: this.document });
  }
}
