import { partitions } from "#core/aws";
import type { StackFacts } from "../stack-facts";
import type { StackResource } from "../stack-resource";
import { matchesEvent } from "./event-pattern";
import { rootSignIns } from "./root-events";

/** What keeps something that looks at root sign-ins from telling them; `unknown` where only the update tells. */
export type RootAlarmFault = "unknown" | "source" | "off" | "bus" | "region" | "silent";

/** A rule or metric filter that looks at sign-ins of the account's root. */
export interface RootAlarm {
  readonly resource: StackResource;
  /** None for one that works. */
  readonly fault: RootAlarmFault | undefined;
  /** Where the fault is. */
  readonly property: string;
}

const eventRule = "aws:cloudwatch/eventRule:EventRule";

/** Every event rule and metric filter of the stack that is about root sign-ins, or may be. */
export function rootAlarms(stack: StackFacts): readonly RootAlarm[] {
  const targeted = new Set(
    stack
      .ofType("aws:cloudwatch/eventTarget:EventTarget")
      .flatMap((target) => stack.targets(target, "rule", eventRule, "name")),
  );
  return [
    ...stack.ofType(eventRule).flatMap((rule) => eventRuleAlarm(rule, targeted.has(rule))),
    ...stack.ofType("aws:cloudwatch/logMetricFilter:LogMetricFilter").flatMap((filter) => metricAlarm(stack, filter)),
  ];
}

function eventRuleAlarm(resource: StackResource, hasTarget: boolean): readonly RootAlarm[] {
  const pattern = resource.read("eventPattern");
  if (pattern.kind === "absent") return [];
  if (pattern.kind === "unknown") return [{ resource, fault: "unknown", property: pattern.property }];
  const parsed = parsedPattern(pattern.value);
  const property = "eventPattern";
  if (!matchesAll(parsed)) {
    const { source: _source, ...rest } = parsed;
    return rest["detail"] !== undefined && matchesAll(rest) ? [{ resource, fault: "source", property }] : [];
  }
  const [fault, where] = ruleFault(resource, hasTarget) ?? [undefined, property];
  return [{ resource, fault, property: where }];
}

function ruleFault(rule: StackResource, hasTarget: boolean): readonly [RootAlarmFault, string] | undefined {
  if (textOf(rule, "state") === "DISABLED") return ["off", "state"];
  const enabled = rule.read("isEnabled");
  if (enabled.kind === "known" && enabled.value === false) return ["off", "isEnabled"];
  if (!["", "default"].includes(textOf(rule, "eventBusName"))) return ["bus", "eventBusName"];
  const region = textOf(rule, "region");
  if (region !== "" && !globalRegions.includes(region)) return ["region", "region"];
  return hasTarget ? undefined : ["silent", "eventPattern"];
}

/** Where root's sign-ins are recorded. */
const globalRegions: readonly string[] = Object.values(partitions).map(({ globalRegion }) => globalRegion);

function metricAlarm(stack: StackFacts, resource: StackResource): readonly RootAlarm[] {
  const pattern = resource.read("pattern");
  if (pattern.kind === "unknown") return [{ resource, fault: "unknown", property: pattern.property }];
  const text = pattern.kind === "known" && typeof pattern.value === "string" ? pattern.value : "";
  if (!/\$\.userIdentity\.type\s*=\s*"?Root\b/.test(text)) return [];
  const transformation = resource.read("metricTransformation");
  const property = "metricTransformation";
  if (transformation.kind === "unknown") return [{ resource, fault: "unknown", property: transformation.property }];
  const { name, namespace } = Object(transformation.kind === "known" ? transformation.value : {}) as Record<
    string,
    unknown
  >;
  const isHeard = stack
    .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
    .some((alarm) => textOf(alarm, "metricName") === name && textOf(alarm, "namespace") === namespace && acts(alarm));
  return [{ resource, fault: isHeard ? undefined : "silent", property }];
}

/** Whether an alarm tells somebody; a list whose entries only the update tells is not empty. */
function acts(alarm: StackResource): boolean {
  const enabled = alarm.read("actionsEnabled");
  if (enabled.kind === "known" && enabled.value === false) return false;
  const actions = alarm.read("alarmActions");
  return (
    actions.kind === "unknown" || (actions.kind === "known" && Array.isArray(actions.value) && actions.value.length > 0)
  );
}

function matchesAll(pattern: Readonly<Record<string, unknown>>): boolean {
  return rootSignIns.every((event) => matchesEvent(pattern, event));
}

/** Longer ones are refused. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html, with room to spare. */
const longestPattern = 8192;

/** A pattern that cannot be read is one that matches nothing. */
function parsedPattern(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "string" || value.length > longestPattern) return nothing;
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) && Object.keys(parsed).length > 0 ? parsed : nothing;
  } catch {
    return nothing;
  }
}

const nothing = { source: [] } as const;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(resource: StackResource, property: string): string {
  const reading = resource.read(property);
  return reading.kind === "known" && typeof reading.value === "string" ? reading.value : "";
}
