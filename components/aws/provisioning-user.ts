import { AccessKey } from "@pulumi/aws/iam/accessKey";
import { User } from "@pulumi/aws/iam/user";
import { UserPolicy } from "@pulumi/aws/iam/userPolicy";
import * as pulumi from "@pulumi/pulumi";
import { tagProblems, userArn, userNameProblems } from "#core/aws";
import { provisioningUserPolicy, serializePolicy } from "#core/aws/policy";
import { nameOf } from "#core/naming";
import { accountProblems, ownerOf } from "../account-checks";
import { plainEntries, refuse, warn } from "../refusal";
import type { AccountArgs } from "../account";

/** What the IAM user of Entra's provisioning agent is made from. */
export interface ProvisioningUserArgs {
  /** The account whose roles the agent reads. */
  account: AccountArgs;
  /**
   * The user's name.
   * @default "Svc-EntraProvisioning-<account name>"
   */
  userName?: string;
  /** Tags of the user. */
  tags?: Record<string, pulumi.Input<string>>;
}

/** Checks the arguments and computes the names. Pure. */
export function planProvisioningUser(instance: string, args: ProvisioningUserArgs) {
  const userName = args.userName ?? nameOf("provisioningUser", { account: args.account.name });
  const problems = [
    ...accountProblems(args.account),
    ...userNameProblems(userName, "userName"),
    ...tagProblems(Object.fromEntries(plainEntries(args.tags)), "tags"),
  ];
  const warnings = refuse("ProvisioningUser", instance, problems);
  return { warnings, userName, arn: userArn({ ...ownerOf(args.account), name: userName }) };
}

/**
 * The IAM user whose key lets Entra's provisioning agent list the account's roles, and nothing else
 * (article: “create a new IAM user that acts on behalf of the Microsoft Entra provisioning agent”).
 * Only role import needs it; app roles that are declared do without.
 */
export class ProvisioningUser extends pulumi.ComponentResource {
  /** ARN of the user, known at preview. */
  readonly arn: pulumi.Output<string>;
  /** Name of the user. */
  readonly userName: pulumi.Output<string>;
  /** Id of the access key: the agent's `ClientSecret`. */
  readonly accessKeyId: pulumi.Output<string>;
  /** The secret access key, a Pulumi secret: the agent's `SecretToken`. */
  readonly secretAccessKey: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: ProvisioningUserArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planProvisioningUser(name, args);
    super("entra-aws:index:ProvisioningUser", name, args, opts);
    warn("ProvisioningUser", name, plan.warnings, this);

    const user = new User(`${name}-user`, { name: plan.userName, tags: args.tags }, { parent: this });
    const policy = new UserPolicy(
      `${name}-policy`,
      { user: user.name, name: "ListRoles", policy: serializePolicy(provisioningUserPolicy()) },
      { parent: this },
    );
    // The agent's first cycle starts with the key: the permission has to be there before it.
    const key = new AccessKey(`${name}-key`, { user: user.name }, { parent: this, dependsOn: [policy] });

    this.userName = user.name;
    this.arn = user.name.apply(() => plan.arn);
    this.accessKeyId = key.id;
    this.secretAccessKey = pulumi.secret(key.secret);
    this.registerOutputs({
      arn: this.arn,
      userName: this.userName,
      accessKeyId: this.accessKeyId,
      secretAccessKey: this.secretAccessKey,
    });
  }
}
