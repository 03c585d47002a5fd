import { Role } from "@pulumi/aws/iam/role";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import * as pulumi from "@pulumi/pulumi";
import { partitions, roleArn } from "#core/aws";
import { federatedTrustPolicy, serializePolicy } from "#core/aws/policy";
import { accountProblems, ownerOf, partitionOf } from "../account-checks";
import { refuse, warn } from "../refusal";
import { attachedPolicies } from "./attached-policies";
import { existingRoleProblems, lookUpRole } from "./existing-role";
import { federatedRoleProblems, trustedProviderProblems } from "./federated-role-checks";
import type { FederatedRoleArgs } from "./federated-role-args";

/** Checks the arguments and computes names, ARNs and attachments. Pure. */
export function planFederatedRole(instance: string, args: FederatedRoleArgs) {
  const warnings = refuse("FederatedRole", instance, [
    ...accountProblems(args.account),
    ...federatedRoleProblems(args),
  ]);
  const partition = partitionOf(args.account);
  return {
    warnings,
    roleArn: args.existingRoleArn ?? roleArn({ ...ownerOf(args.account), path: args.path, name: args.roleName }),
    audience: partitions[partition].samlEndpoint,
    attachments: [
      ...attachedPolicies(args.managedPolicies ?? [], partition),
      ...Object.entries(args.customerPolicyArns ?? {}).map(([key, arn]) => ({ key: `customer-${key}`, arn })),
    ],
    inlinePolicies: Object.entries(args.inlinePolicies ?? {}).map(([key, document]) => ({ key, document })),
    description: args.description ?? "Federated by Microsoft Entra ID",
    maxSessionDuration: args.maxSessionDuration ?? 3600,
  };
}

/** An IAM role that people take through one SAML provider, in the console and by `sts:AssumeRoleWithSAML` (article: “create more roles”). */
export class FederatedRole extends pulumi.ComponentResource {
  /** ARN of the role; computed from account id, path and name, so known at preview. */
  readonly roleArn: pulumi.Output<string>;
  /** The same ARN, resolved only after every policy is attached: whoever lets people in waits for this one. */
  readonly attachedRoleArn: pulumi.Output<string>;
  /** Name of the role. */
  readonly roleName: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: FederatedRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planFederatedRole(name, args);
    super("entra-aws:index:FederatedRole", name, args, opts);
    warn("FederatedRole", name, plan.warnings, this);

    if (args.existingRoleArn !== undefined) {
      const admitted = this.takeExistingRole(name, args, plan);
      this.roleName = pulumi.output(args.roleName);
      this.roleArn = pulumi.output(args.existingRoleArn);
      this.attachedRoleArn = admitted;
      this.registerOutputs({ roleName: this.roleName, roleArn: this.roleArn, attachedRoleArn: admitted });
      return;
    }
    const role = new Role(
      `${name}-role`,
      {
        name: args.roleName,
        path: args.path,
        description: plan.description,
        assumeRolePolicy: pulumi.output(args.samlProviderArn).apply((samlProviderArn) => {
          refuse("FederatedRole", name, trustedProviderProblems(samlProviderArn, args.account));
          return serializePolicy(federatedTrustPolicy({ samlProviderArn, audience: plan.audience }));
        }),
        maxSessionDuration: plan.maxSessionDuration,
        permissionsBoundary: args.permissionsBoundary,
        tags: args.tags,
      },
      { parent: this },
    );
    const attachments = plan.attachments.map(
      ({ key, arn }) =>
        new RolePolicyAttachment(`${name}-${key}`, { role: role.name, policyArn: arn }, { parent: this }),
    );
    const inlinePolicies = plan.inlinePolicies.map(
      ({ key, document }) =>
        new RolePolicy(`${name}-inline-${key}`, { role: role.name, name: key, policy: document }, { parent: this }),
    );

    this.roleName = role.name;
    this.roleArn = role.name.apply(() => plan.roleArn);
    // Inputs, not ids: the engine resolves them no earlier than the policy is attached, and a preview knows them.
    const attached = [...attachments.map(({ policyArn }) => policyArn), ...inlinePolicies.map((policy) => policy.name)];
    this.attachedRoleArn = pulumi.all([this.roleArn, ...attached]).apply(() => plan.roleArn);
    this.registerOutputs({ roleName: this.roleName, roleArn: this.roleArn, attachedRoleArn: this.attachedRoleArn });
  }

  /** Registers nothing: reads the role, and hands its ARN on once its trust policy has been judged. */
  private takeExistingRole(
    name: string,
    { existingRoleArn = "", samlProviderArn, maxSessionDuration }: FederatedRoleArgs,
    { audience }: { audience: string },
  ): pulumi.Output<string> {
    return pulumi
      .all([lookUpRole(existingRoleArn, { parent: this }), samlProviderArn])
      .apply(([found, providerArn]) => {
        const expected = { roleArn: existingRoleArn, samlProviderArn: providerArn, audience, maxSessionDuration };
        const warnings = refuse("FederatedRole", name, existingRoleProblems(found, expected));
        warn("FederatedRole", name, warnings, this);
        return existingRoleArn;
      });
  }
}
