import { shown } from "#core/problems";
import type { StackFacts } from "../../facts";
import { rootAlarms, signInSource, type RootAlarmFault } from "../../facts/monitoring";
import type { StackRule, Verdict } from "../rule";

export const iamRoot: StackRule = {
  kind: "stack",
  id: "iam-root",
  title: "A sign-in of the account's root is told at once, and root has no access key",
  severity: "high",
  scope: "monitoring",
  why: "Root may do everything, is outside of every policy and of the federation, and is needed a few times in an account's life. Whoever signs in as root unexpectedly has the mailbox or the password, and every minute counts.",
  fix: "Make an EventBridge rule in us-east-1 for console sign-ins whose userIdentity.type is Root, with a target that somebody reads, or a metric filter with an alarm; and delete root's access keys.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html",
  ],
  frameworks: ["CIS AWS 5.0.0 1.3", "CIS AWS 5.0.0 4.3", "AWS Foundational Security Best Practices IAM.4"],
  options: {},
  judge: (stack) => [...judgeAlarms(stack), ...rootKeys(stack)],
};

/** What is said of an alarm that does not work. */
const faults = {
  unknown: "whether this tells a root sign-in is known only after the update",
  source: `the event pattern names another source than ${signInSource}, from which root sign-ins come, so it matches none`,
  off: "the rule for root sign-ins is off",
  bus: "the rule for root sign-ins is on a bus of its own, and events of AWS come to the default one",
  region: "the rule for root sign-ins is in a region where they are not recorded: they are in us-east-1",
  silent: "root sign-ins are found, and nobody is told: there is no target, or no alarm with an action",
} as const satisfies Record<RootAlarmFault, string>;

function judgeAlarms(stack: StackFacts): readonly Verdict[] {
  const alarms = rootAlarms(stack);
  if (alarms.some(({ fault }) => fault === undefined)) return [];
  if (alarms.length === 0) return [{ outcome: "violation", message: missing }];
  return alarms.flatMap(({ resource, fault = "unknown", property }): readonly Verdict[] =>
    fault === "unknown"
      ? [{ outcome: "undetermined", resource, property, message: faults.unknown, remedy: writePattern }]
      : [{ outcome: "violation", resource, property, message: faults[fault] }],
  );
}

const missing = "the stack declares the scope of monitoring, and nothing in it tells a sign-in of the account's root";
const writePattern = "Write the pattern and the metric's name as values that are known before the update.";

/** What root is called in the places where AWS names it. */
const rootNames: readonly string[] = ["root", "<root_account>"];

function rootKeys(stack: StackFacts): readonly Verdict[] {
  return stack.ofType("aws:iam/accessKey:AccessKey").flatMap((resource): readonly Verdict[] => {
    const reading = resource.read("user");
    const user = reading.kind === "known" && typeof reading.value === "string" ? reading.value : "";
    if (!rootNames.includes(user) && !user.endsWith(":root")) return [];
    const message = `an access key for ${shown(user)}: root must have none`;
    return [{ outcome: "violation", resource, property: "user", message }];
  });
}
