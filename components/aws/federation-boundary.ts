import { Policy } from "@pulumi/aws/iam/policy";
import * as pulumi from "@pulumi/pulumi";
import { warn } from "../refusal";
import { planFederationBoundary } from "./federation-boundary-plan";
import type { FederationBoundaryArgs } from "./federation-boundary-args";

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
