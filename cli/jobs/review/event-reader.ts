import { withoutColours } from "#engine";
import { ownPolicies } from "./own-policies";
import { plainObject, textOf } from "./plain-object";
import { previewFault } from "./preview-fault";
import { resourceOfState, stackOfUrn } from "./resource-of-state";
import type { PackViolation, Properties, ReviewedResource, ReviewedStack } from "./reviewed-stack";

/** Takes an engine's events, one by one, and keeps no more of them than what they tell of the stack. */
export interface EventReader {
  /** @returns whether it is an event at all */
  take(event: Properties): boolean;
  /** @returns the stack, or why the events do not tell all of it */
  end(): ReviewedStack | string;
}

/** What engines call their events; new kinds come with new versions, so that one of these is enough to know a log. */
const isEvent = (key: string): boolean => key.endsWith("Event");

export function eventReader(): EventReader {
  const resources = new Map<string, ReviewedResource>();
  const violations = new Map<string, PackViolation>();
  const errors: { severity: string; message: string }[] = [];
  let isFinished = false;
  let judgedByPack = false;
  const readers: Readonly<Record<string, (event: Properties) => void>> = {
    resourcePreEvent: ({ metadata }) => {
      note(resources, metadata);
    },
    resOutputsEvent: ({ metadata }) => {
      note(resources, metadata);
    },
    policyEvent: (event) => {
      const violation = violationOf(event);
      // An update judges twice, at its preview and at its end, and says the same twice.
      violations.set(JSON.stringify(violation), violation);
    },
    policyAnalyzeStackSummaryEvent: ({ passed, failed }) => {
      judgedByPack ||= [passed, failed].flat().some((policy) => ownPolicies.has(policy));
    },
    diagnosticEvent: ({ severity, message }) => {
      if (severity === "error") errors.push({ severity, message: withoutColours(textOf(message) ?? "") });
    },
    summaryEvent: () => {
      isFinished = true;
    },
  };
  return {
    take(event) {
      const kinds = Object.keys(event).filter(isEvent);
      for (const kind of kinds) {
        if (Object.hasOwn(readers, kind)) readers[kind]?.(plainObject(event[kind]) ?? {});
      }
      return kinds.length > 0;
    },
    end() {
      const fault = previewFault(errors);
      if (fault !== undefined) return `the run failed (${fault})`;
      if (!isFinished) return "the run did not come to its end";
      const [first] = resources.values();
      if (first === undefined) return "it tells of no resources";
      const found = [...violations.values()];
      return { ...stackOfUrn(first.urn), resources: [...resources.values()], violations: found, judgedByPack };
    },
  };
}

/** Whatever comes last of a resource holds, but what is known of its outputs stays. */
function note(resources: Map<string, ReviewedResource>, metadata: unknown): void {
  const { op, new: state } = plainObject(metadata) ?? {};
  if (typeof op === "string" && op.startsWith("delete")) return;
  const resource = resourceOfState(state);
  if (resource === undefined) return;
  // Before the provider has answered, and for a component that has none, the engine writes an empty object.
  const hasOutputs = resource.outputs !== undefined && Object.keys(resource.outputs).length > 0;
  const outputs = hasOutputs ? resource.outputs : resources.get(resource.urn)?.outputs;
  resources.set(resource.urn, { ...resource, outputs });
}

function violationOf(event: Properties): PackViolation {
  const text = (name: string): string => textOf(event[name]) ?? "";
  return {
    policyPack: text("policyPackName"),
    policy: text("policyName"),
    enforcement: text("enforcementLevel"),
    urn: text("resourceUrn"),
    message: withoutColours(text("message")).trim(),
    severity: text("severity"),
  };
}
