import { unknownAtPreview, type ExampleResource, type RuleExample, type RuleExamples } from "../example";
import { accessKey } from "../iam-examples";

const signIn = {
  source: ["aws.signin"],
  "detail-type": ["AWS Console Sign In via CloudTrail"],
  detail: { userIdentity: { type: ["Root"] } },
};

const rule = (eventPattern: unknown, more: ExampleResource["properties"] = {}): ExampleResource => ({
  type: "aws:cloudwatch/eventRule:EventRule",
  name: "root",
  properties: {
    name: "root",
    eventPattern: eventPattern === unknownAtPreview ? eventPattern : JSON.stringify(eventPattern),
    region: "us-east-1",
    eventBusName: "default",
    ...more,
  },
});

const target: ExampleResource = {
  type: "aws:cloudwatch/eventTarget:EventTarget",
  name: "mail",
  properties: { rule: "root", arn: unknownAtPreview },
};

const filter = (pattern: string): ExampleResource => ({
  type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  name: "root-filter",
  properties: { pattern, metricTransformation: { name: "Root", namespace: "Security", value: "1" } },
});

const alarm = (more: ExampleResource["properties"]): ExampleResource => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  name: "root-alarm",
  properties: { metricName: "Root", namespace: "Security", ...more },
});

const ofRoot =
  '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }';

const passing: readonly RuleExample[] = [
  { title: "a rule for root's sign-ins with a target", resources: [rule(signIn), target], findings: [] },
  {
    title: "a rule without a source, and for one account",
    resources: [
      rule({ account: ["111122223333"], "detail-type": signIn["detail-type"], detail: signIn.detail }),
      target,
    ],
    findings: [],
  },
  {
    title: "a metric filter with an alarm that tells a topic",
    resources: [filter(ofRoot), alarm({ alarmActions: [unknownAtPreview] })],
    findings: [],
  },
  {
    title: "a rule that works beside one that does not",
    resources: [{ ...rule({ ...signIn, source: ["aws.iam"] }), name: "wrong" }, rule(signIn), target],
    findings: [],
  },
];

const found = (resource: string, property: string, message: string): RuleExample["findings"][number] => ({
  outcome: "violation",
  resource,
  property,
  message,
});

const silent = "root sign-ins are found, and nobody is told: there is no target, or no alarm with an action";
const missing = "the stack declares the scope of monitoring, and nothing in it tells a sign-in of the account's root";

const violations: readonly RuleExample[] = [
  {
    title: "nothing about root, though about other sign-ins",
    resources: [rule({ detail: { userIdentity: { type: ["IAMUser"] } } }), filter('{ $.errorCode = "AccessDenied" }')],
    findings: [{ outcome: "violation", message: missing }],
  },
  {
    title: "a rule for sign-ins without MFA only",
    resources: [rule({ detail: { ...signIn.detail, additionalEventData: { MFAUsed: ["No"] } } }), target],
    findings: [{ outcome: "violation", message: missing }],
  },
  {
    title: "the source that many public copies name",
    resources: [rule({ ...signIn, source: ["aws.cloudtrail"] }), target],
    findings: [
      found(
        "root",
        "eventPattern",
        "the event pattern names another source than aws.signin, from which root sign-ins come, so it matches none",
      ),
    ],
  },
  {
    title: "a rule that is off",
    resources: [rule(signIn, { state: "DISABLED" }), target],
    findings: [found("root", "state", "the rule for root sign-ins is off")],
  },
  {
    title: "a rule on another bus",
    resources: [rule(signIn, { eventBusName: "security" }), target],
    findings: [
      found(
        "root",
        "eventBusName",
        "the rule for root sign-ins is on a bus of its own, and events of AWS come to the default one",
      ),
    ],
  },
  {
    title: "a rule in another region",
    resources: [rule(signIn, { region: "eu-central-1" }), target],
    findings: [
      found(
        "root",
        "region",
        "the rule for root sign-ins is in a region where they are not recorded: they are in us-east-1",
      ),
    ],
  },
  {
    title: "a rule without target, and a metric without alarm",
    resources: [rule(signIn), filter(ofRoot), alarm({ alarmActions: [] })],
    findings: [found("root", "eventPattern", silent), found("root-filter", "metricTransformation", silent)],
  },
  {
    title: "an access key of root",
    resources: [rule(signIn), target, accessKey("key", "root")],
    findings: [found("key", "user", 'an access key for "root": root must have none')],
  },
];

const undetermined: readonly RuleExample[] = [
  {
    title: "a pattern that only the update tells",
    resources: [rule(unknownAtPreview), target],
    findings: [
      {
        outcome: "undetermined",
        resource: "root",
        property: "eventPattern",
        message: "whether this tells a root sign-in is known only after the update",
      },
    ],
  },
];

export const examples: RuleExamples = { passing, violations, undetermined };
