import { ConditionalAccessPolicy } from "@pulumi/azuread/conditionalAccessPolicy";
import * as pulumi from "@pulumi/pulumi";
import { conditionalAccessScopeProblems, displayNameProblems } from "#core/entra";
import { error, shown, warning } from "#core/problems";
import { isPlain, refuse, warn } from "../refusal";
import { objectIdListProblems } from "./directory-checks";
import type { Problem } from "../../core/problems";

/** Whether a Conditional Access policy acts. */
export const ConsoleMfaPolicyState = {
  /** The policy acts from its creation. */
  On: "enabled",
  /** The policy only writes into the sign-in log what it would have done. */
  ReportOnly: "enabledForReportingButNotEnforced",
} as const;
export type ConsoleMfaPolicyState = (typeof ConsoleMfaPolicyState)[keyof typeof ConsoleMfaPolicyState];

/** What the Conditional Access policy for AWS consoles is made from. */
export interface ConsoleMfaPolicyArgs {
  /**
   * The policy's name.
   * @default "AWS Console – MFA"
   */
  displayName?: string;
  /**
   * Whether the policy acts.
   * @default ConsoleMfaPolicyState.On
   */
  state?: ConsoleMfaPolicyState;
  /** Object ids of the role groups that need MFA; at least one. */
  groupObjectIds: pulumi.Input<string>[];
  /** Client ids of the applications that the policy is about; at least one. */
  applicationClientIds: pulumi.Input<string>[];
  /**
   * Object ids of groups that the policy leaves out: the break-glass accounts'.
   * @default none, with a warning
   */
  excludedGroupObjectIds?: pulumi.Input<string>[];
}

/** The name that the article gives the policy. */
const articleName = "AWS Console – MFA";

/** Checks the arguments. Pure. */
export function planConsoleMfaPolicy(instance: string, args: ConsoleMfaPolicyArgs) {
  return {
    warnings: refuse("ConsoleMfaPolicy", instance, consoleMfaPolicyProblems(args)),
    displayName: args.displayName ?? articleName,
    state: args.state ?? ConsoleMfaPolicyState.On,
  };
}

/** What is wrong with the arguments. */
export function consoleMfaPolicyProblems(args: ConsoleMfaPolicyArgs): Problem[] {
  return [
    ...consoleMfaSettingsProblems(args),
    ...conditionalAccessScopeProblems(args.groupObjectIds.length, "groupObjectIds"),
    ...applicationProblems(args),
    ...objectIdListProblems(args.groupObjectIds, "groupObjectIds"),
    ...objectIdListProblems(args.applicationClientIds, "applicationClientIds"),
    ...objectIdListProblems(args.excludedGroupObjectIds, "excludedGroupObjectIds"),
    ...excludedGroupProblems(args),
  ];
}

/** What is wrong with the policy's name and state. */
export function consoleMfaSettingsProblems(settings: { displayName?: string; state?: string }): Problem[] {
  return [...displayNameProblems(settings.displayName ?? articleName, "displayName"), ...stateProblems(settings.state)];
}

function stateProblems(state: string | undefined): Problem[] {
  const states: string[] = Object.values(ConsoleMfaPolicyState);
  if (state === undefined || states.includes(state)) return [];
  return [
    error({ code: "state-unknown", property: "state", given: shown(state), expected: `one of ${states.join(", ")}` }),
  ];
}

function applicationProblems({ applicationClientIds }: ConsoleMfaPolicyArgs): Problem[] {
  if (applicationClientIds.length > 0) return [];
  return [
    error({
      code: "conditional-access-no-applications",
      property: "applicationClientIds",
      given: "no applications",
      expected: "at least one client id",
      remedy: "give the clientId of the enterprise application of each AWS account",
    }),
  ];
}

function excludedGroupProblems({ groupObjectIds, excludedGroupObjectIds = [] }: ConsoleMfaPolicyArgs): Problem[] {
  const property = "excludedGroupObjectIds";
  if (excludedGroupObjectIds.length === 0) {
    const expected = "the group of the break-glass accounts";
    return [warning({ code: "conditional-access-no-break-glass", property, given: "no groups", expected })];
  }
  const included = groupObjectIds.filter(isPlain);
  return excludedGroupObjectIds.flatMap((id, index) => {
    if (!isPlain(id) || !included.includes(id)) return [];
    const expected = "a group that the policy is not for: excluding wins";
    return [
      error({
        code: "conditional-access-group-excluded",
        property: `${property}[${index}]`,
        given: shown(id),
        expected,
      }),
    ];
  });
}

/**
 * The Conditional Access policy that asks for MFA before an AWS console (article: “Enable Conditional Access”), scoped to
 * exactly the given groups and applications. It holds for every client, legacy ones included. Needs Entra ID P1.
 */
export class ConsoleMfaPolicy extends pulumi.ComponentResource {
  /** Object id of the policy. */
  readonly objectId: pulumi.Output<string>;
  /** Name of the policy. */
  readonly displayName: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: ConsoleMfaPolicyArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planConsoleMfaPolicy(name, args);
    super("entra-aws:index:ConsoleMfaPolicy", name, args, opts);
    warn("ConsoleMfaPolicy", name, plan.warnings, this);

    const policy = new ConditionalAccessPolicy(
      `${name}-policy`,
      {
        displayName: plan.displayName,
        state: plan.state,
        conditions: {
          users: { includedGroups: args.groupObjectIds, excludedGroups: args.excludedGroupObjectIds },
          applications: { includedApplications: args.applicationClientIds },
          // Anything but `all` leaves legacy clients outside.
          clientAppTypes: ["all"],
        },
        grantControls: { operator: "OR", builtInControls: ["mfa"] },
      },
      { parent: this },
    );

    this.objectId = policy.objectId;
    this.displayName = policy.displayName;
    this.registerOutputs({ objectId: this.objectId, displayName: this.displayName });
  }
}
