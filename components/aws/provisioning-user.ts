import { AccessKey } from "@pulumi/aws/iam/accessKey";
import { User } from "@pulumi/aws/iam/user";
import { UserPolicy } from "@pulumi/aws/iam/userPolicy";
import * as pulumi from "@pulumi/pulumi";
import { tagProblems, userArn, userNameProblems } from "#core/aws";
import { provisioningUserPolicy, serializePolicy } from "#core/aws/policy";
import { nameOf } from "#core/naming";
import { accountProblems, ownerOf } from "../account-checks";
import { plainEntries, refuse, warn } from "../refusal";
import { settingsOfExistingProblems } from "../setting-problems";
import {
  existingIamUserArgumentProblems,
  existingIamUserProblems,
  iamUserOf,
  lookUpIamUser,
} from "./existing-iam-user";
import type { Problem } from "../../core/problems";
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
  /**
   * ARN of an IAM user who is there already, taken instead of making one. The inline policy `EntraRoleImport` and an
   * access key are added, and removed with the stack: AWS tells a secret key once only, so that it cannot be one that is
   * there, and lets a user have two. Nothing else of the user is changed, and the user is never deleted; `userName` and
   * `tags` are refused beside it. Who has a key at hand needs no such user: `RoleProvisioning` takes it.
   * @default a new user
   */
  existingUserArn?: string;
}

/** Checks the arguments and computes the names. Pure. */
export function planProvisioningUser(instance: string, args: ProvisioningUserArgs) {
  const { account, existingUserArn, tags } = args;
  const userName = args.userName ?? nameOf("provisioningUser", { account: account.name });
  const problems = [
    ...accountProblems(account),
    ...userNameProblems(userName, "userName"),
    ...tagProblems(Object.fromEntries(plainEntries(tags)), "tags"),
    ...existingProblems(args),
  ];
  const warnings = refuse("ProvisioningUser", instance, problems);
  return {
    warnings,
    userName: existingUserArn === undefined ? userName : iamUserOf(existingUserArn).name,
    arn: existingUserArn ?? userArn({ ...ownerOf(account), name: userName }),
    // A policy of that name would be written over, and an existing user may well have one that is called ListRoles.
    policyName: existingUserArn === undefined ? "ListRoles" : "EntraRoleImport",
  };
}

function existingProblems({ account, existingUserArn: arn, userName, tags }: ProvisioningUserArgs): Problem[] {
  if (arn === undefined) return [];
  const property = "existingUserArn";
  return [
    ...existingIamUserArgumentProblems(arn, account, property),
    ...settingsOfExistingProblems({ userName, tags }, property),
  ];
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

    const userName =
      args.existingUserArn === undefined
        ? new User(`${name}-user`, { name: plan.userName, tags: args.tags }, { parent: this }).name
        : this.takeExistingUser(name, args.existingUserArn).apply(() => plan.userName);
    const policy = new UserPolicy(
      `${name}-policy`,
      { user: userName, name: plan.policyName, policy: serializePolicy(provisioningUserPolicy()) },
      { parent: this },
    );
    // The agent's first cycle starts with the key: the permission has to be there before it.
    const key = new AccessKey(`${name}-key`, { user: userName }, { parent: this, dependsOn: [policy] });

    this.userName = userName;
    this.arn = userName.apply(() => plan.arn);
    this.accessKeyId = key.id;
    this.secretAccessKey = pulumi.secret(key.secret);
    this.registerOutputs({
      arn: this.arn,
      userName: this.userName,
      accessKeyId: this.accessKeyId,
      secretAccessKey: this.secretAccessKey,
    });
  }

  /** Registers nothing: reads the user, who is the right one once this resolves. */
  private takeExistingUser(name: string, arn: string): pulumi.Output<void> {
    return lookUpIamUser(arn, { parent: this }).apply((user) => {
      refuse("ProvisioningUser", name, existingIamUserProblems(user, arn, "existingUserArn"));
    });
  }
}
