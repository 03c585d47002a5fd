import { User } from "@pulumi/azuread/user";
import * as pulumi from "@pulumi/pulumi";
import { sessionNameProblems } from "#core/aws";
import { displayNameProblems, passwordProblems, userPrincipalNameProblems } from "#core/entra";
import { missing } from "#core/problems";
import { isPlain, refuse, warn } from "../refusal";
import { settingsOfExistingProblems } from "../setting-problems";
import { objectIdInputProblems } from "./directory-checks";
import { existingUserProblems, type FoundUser, lookUpUser } from "./existing-user";
import type { Problem } from "../../core/problems";

/** What a test user is made from. */
export interface TestUserArgs {
  /** The user principal name; its domain has to be one of the tenant's. Of a user who is there already, the one they have. */
  userPrincipalName: string;
  /**
   * The name that people see.
   * @default the user principal name up to the @
   */
  displayName?: string;
  /**
   * The initial password; becomes a Pulumi secret. Later changes of it are ignored: the password is the user's.
   * @default none, only beside `existingObjectId`
   */
  password?: pulumi.Input<string>;
  /**
   * Whether the first sign-in asks for a new password. A test that signs in cannot answer that; for a user whom a
   * person tries, set it to true.
   * @default false
   */
  forcePasswordChange?: boolean;
  /**
   * Object id of a user who is there already, taken instead of making one: the one of that user principal name. The user
   * is not changed, and never deleted; `displayName`, `password` and `forcePasswordChange` are refused beside it.
   * @default a new user
   */
  existingObjectId?: pulumi.Input<string>;
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
  const { userPrincipalName, existingObjectId } = args;
  return [
    ...userPrincipalNameProblems(userPrincipalName, "userPrincipalName"),
    ...sessionNameProblems(userPrincipalName, "userPrincipalName"),
    ...displayNameProblems(displayNameOf(args), "displayName"),
    ...(existingObjectId === undefined ? newUserProblems(args) : existingProblems(args, existingObjectId)),
  ];
}

function newUserProblems({ userPrincipalName, password }: TestUserArgs): Problem[] {
  if (password === undefined) return [missing("password", "the initial password of a new user")];
  return isPlain(password) ? passwordProblems(password, { userName: userPrincipalName, property: "password" }) : [];
}

function existingProblems(
  { displayName, forcePasswordChange, password }: TestUserArgs,
  objectId: pulumi.Input<string>,
): Problem[] {
  return [
    ...objectIdInputProblems(objectId, "existingObjectId"),
    ...settingsOfExistingProblems({ displayName, forcePasswordChange, password }, "existingObjectId"),
  ];
}

function displayNameOf({ displayName, userPrincipalName }: TestUserArgs): string {
  return displayName ?? userPrincipalName.replace(/@.*$/, "");
}

/** A user of the tenant to try a role with (article: “User 1: Test-AWSAdmin”): a new one, or one who is there already. */
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
    const password = args.password === undefined ? undefined : pulumi.secret(args.password);
    super("entra-aws:index:TestUser", name, { ...args, password }, opts);
    warn("TestUser", name, plan.warnings, this);

    const user =
      args.existingObjectId === undefined
        ? new User(
            `${name}-user`,
            {
              userPrincipalName: args.userPrincipalName,
              displayName: plan.displayName,
              accountEnabled: true,
              password,
              forcePasswordChange: plan.forcePasswordChange,
            },
            { parent: this, ignoreChanges: ["password"] },
          )
        : this.takeExistingUser(name, args.userPrincipalName, args.existingObjectId);

    this.objectId = user.objectId;
    this.userPrincipalName = user.userPrincipalName;
    this.registerOutputs({ objectId: this.objectId, userPrincipalName: this.userPrincipalName });
  }

  /** Registers nothing: reads the user, and hands their id on once it is known whose it is. */
  private takeExistingUser(
    name: string,
    userPrincipalName: string,
    objectId: pulumi.Input<string>,
  ): pulumi.Output<FoundUser> {
    return lookUpUser(objectId, { parent: this }).apply((user) => {
      const problems = existingUserProblems(user, userPrincipalName, "existingObjectId");
      warn("TestUser", name, refuse("TestUser", name, problems), this);
      return user;
    });
  }
}
