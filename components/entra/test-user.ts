import { User } from "@pulumi/azuread/user";
import * as pulumi from "@pulumi/pulumi";
import { sessionNameProblems } from "#core/aws";
import { displayNameProblems, passwordProblems, userPrincipalNameProblems } from "#core/entra";
import { isPlain, refuse, warn } from "../refusal";
import type { Problem } from "../../core/problems";

/** What a test user is made from. */
export interface TestUserArgs {
  /** The user principal name; its domain has to be one of the tenant's. */
  userPrincipalName: string;
  /**
   * The name that people see.
   * @default the user principal name up to the @
   */
  displayName?: string;
  /** The initial password; becomes a Pulumi secret. Later changes of it are ignored: the password is the user's. */
  password: pulumi.Input<string>;
  /**
   * Whether the first sign-in asks for a new password. A test that signs in cannot answer that; for a user whom a
   * person tries, set it to true.
   * @default false
   */
  forcePasswordChange?: boolean;
}

/** Checks the arguments; a password is judged where it is plain, and never repeated. Pure. */
export function planTestUser(instance: string, args: TestUserArgs) {
  return {
    warnings: refuse("TestUser", instance, testUserProblems(args)),
    displayName: displayNameOf(args),
    forcePasswordChange: args.forcePasswordChange ?? false,
  };
}

/** What is wrong with the arguments. */
export function testUserProblems(args: TestUserArgs): Problem[] {
  const { userPrincipalName, password } = args;
  return [
    ...userPrincipalNameProblems(userPrincipalName, "userPrincipalName"),
    ...sessionNameProblems(userPrincipalName, "userPrincipalName"),
    ...displayNameProblems(displayNameOf(args), "displayName"),
    ...(isPlain(password) ? passwordProblems(password, { userName: userPrincipalName, property: "password" }) : []),
  ];
}

function displayNameOf({ displayName, userPrincipalName }: TestUserArgs): string {
  return displayName ?? userPrincipalName.replace(/@.*$/, "");
}

/** A user of the tenant to try a role with (article: “User 1: Test-AWSAdmin”). */
export class TestUser extends pulumi.ComponentResource {
  /** Object id of the user. */
  readonly objectId: pulumi.Output<string>;
  /** The user principal name. */
  readonly userPrincipalName: pulumi.Output<string>;

  /** What is wrong with such arguments, warnings included: the same list that the constructor throws. */
  static problemsOf(args: TestUserArgs): Problem[] {
    return testUserProblems(args);
  }

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: TestUserArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planTestUser(name, args);
    // The password stays out of the component's own inputs, where it would stand in clear if it was given so.
    super("entra-aws:index:TestUser", name, { ...args, password: pulumi.secret(args.password) }, opts);
    warn("TestUser", name, plan.warnings, this);

    const user = new User(
      `${name}-user`,
      {
        userPrincipalName: args.userPrincipalName,
        displayName: plan.displayName,
        accountEnabled: true,
        password: pulumi.secret(args.password),
        forcePasswordChange: plan.forcePasswordChange,
      },
      { parent: this, ignoreChanges: ["password"] },
    );

    this.objectId = user.objectId;
    this.userPrincipalName = user.userPrincipalName;
    this.registerOutputs({ objectId: this.objectId, userPrincipalName: this.userPrincipalName });
  }
}
