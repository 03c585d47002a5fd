import { AppRoleAssignment } from "@pulumi/azuread/appRoleAssignment";
import * as pulumi from "@pulumi/pulumi";
import { refuse, warn } from "../refusal";
import { objectIdInputProblems } from "./directory-checks";
import type { Problem } from "../../core/problems";

/** What ties one group to an app role that Entra's provisioning service has written. */
export interface ImportedRoleAssignmentArgs {
  /** Id of the app role, as the provisioning service has made it. */
  appRoleId: pulumi.Input<string>;
  /** Object id of the application's service principal. */
  servicePrincipalObjectId: pulumi.Input<string>;
  /** Object id of the group whose direct members may take the role. */
  groupObjectId: pulumi.Input<string>;
}

/** What is wrong with the arguments. */
export function importedRoleAssignmentProblems(args: ImportedRoleAssignmentArgs): Problem[] {
  return [
    ...objectIdInputProblems(args.appRoleId, "appRoleId"),
    ...objectIdInputProblems(args.servicePrincipalObjectId, "servicePrincipalObjectId"),
    ...objectIdInputProblems(args.groupObjectId, "groupObjectId"),
  ];
}

/**
 * The assignment of a group to an imported app role (article: “Select the associated role”). The app role itself stays
 * the provisioning service's: a program that wrote it, too, would fight with the next cycle.
 */
export class ImportedRoleAssignment extends pulumi.ComponentResource {
  /** Id of the app role. */
  readonly appRoleId: pulumi.Output<string>;
  /** Id of the assignment. */
  readonly assignmentId: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: ImportedRoleAssignmentArgs, opts?: pulumi.ComponentResourceOptions) {
    const warnings = refuse("ImportedRoleAssignment", name, importedRoleAssignmentProblems(args));
    super("entra-aws:index:ImportedRoleAssignment", name, args, opts);
    warn("ImportedRoleAssignment", name, warnings, this);

    const assignment = new AppRoleAssignment(
      `${name}-assignment`,
      {
        appRoleId: args.appRoleId,
        principalObjectId: args.groupObjectId,
        resourceObjectId: args.servicePrincipalObjectId,
      },
      { parent: this },
    );

    this.appRoleId = assignment.appRoleId;
    this.assignmentId = assignment.id;
    this.registerOutputs({ appRoleId: this.appRoleId, assignmentId: this.assignmentId });
  }
}
