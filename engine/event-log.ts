/** What the engine did to one resource. */
export interface StepSummary {
  /** `create`, `update`, `delete`, `replace`, `same`, `read`, … as the engine names it. */
  readonly operation: string;
  readonly urn: string;
  readonly type: string;
}

/** How many resources were created, updated, deleted, replaced or left the same. */
export type ResourceChanges = Readonly<Record<string, number>>;

export interface Diagnostic {
  readonly severity: string;
  readonly urn: string;
  /** Plain text, colour tags removed. */
  readonly message: string;
}

export interface PolicyViolation {
  readonly policyPack: string;
  readonly policy: string;
  readonly enforcement: string;
  readonly urn: string;
  readonly message: string;
}

/** What one run's event log tells; the engine's own debugging lines are left out. */
export interface EventSummary {
  readonly changes: ResourceChanges;
  readonly steps: readonly StepSummary[];
  readonly diagnostics: readonly Diagnostic[];
  readonly violations: readonly PolicyViolation[];
}

interface Step {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
}

/** The members of an engine event that are read here; an event has one of them. */
interface EngineEvent {
  readonly summaryEvent?: { readonly resourceChanges?: ResourceChanges };
  readonly resOutputsEvent?: { readonly metadata: Step; readonly planning?: boolean };
  readonly resourcePreEvent?: { readonly metadata: Step; readonly planning?: boolean };
  readonly diagnosticEvent?: { readonly severity: string; readonly urn?: string; readonly message: string };
  readonly policyEvent?: {
    readonly policyPackName: string;
    readonly policyName: string;
    readonly enforcementLevel: string;
    readonly resourceUrn?: string;
    readonly message: string;
  };
}

/**
 * Reads an engine's event log, one JSON object a line. A last line that is cut off, as a killed engine leaves it, is
 * passed over.
 */
export function summarizeEvents(log: string): EventSummary {
  const events = log.split("\n").flatMap(parseEvent);
  return {
    changes: events.findLast((event) => event.summaryEvent !== undefined)?.summaryEvent?.resourceChanges ?? {},
    steps: events.flatMap(stepOf),
    diagnostics: events.flatMap(diagnosticOf),
    violations: distinct(events.flatMap(violationOf)),
  };
}

function parseEvent(line: string): EngineEvent[] {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === "object" && event !== null ? [event] : [];
  } catch {
    return [];
  }
}

function stepOf(event: EngineEvent): StepSummary[] {
  const done = event.resOutputsEvent ?? event.resourcePreEvent;
  // A finished create is told by its outputs, a finished delete has none: its start is all there is.
  if (done === undefined || (event.resourcePreEvent !== undefined && !done.metadata.op.startsWith("delete"))) {
    return [];
  }
  return [{ operation: done.metadata.op, urn: done.metadata.urn, type: done.metadata.type }];
}

function diagnosticOf(event: EngineEvent): Diagnostic[] {
  const diagnostic = event.diagnosticEvent;
  if (diagnostic === undefined || diagnostic.severity === "debug") {
    return [];
  }
  return [
    { severity: diagnostic.severity, urn: diagnostic.urn ?? "", message: withoutColours(diagnostic.message).trim() },
  ];
}

function violationOf(event: EngineEvent): PolicyViolation[] {
  const violation = event.policyEvent;
  if (violation === undefined) {
    return [];
  }
  return [
    {
      policyPack: violation.policyPackName,
      policy: violation.policyName,
      enforcement: violation.enforcementLevel,
      urn: violation.resourceUrn ?? "",
      message: withoutColours(violation.message).trim(),
    },
  ];
}

/** `up` judges twice, at its preview and at its update, and says the same twice. */
function distinct(violations: readonly PolicyViolation[]): PolicyViolation[] {
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}

/** An engine's message without the tags that a terminal shows as colours. */
export function withoutColours(text: string): string {
  return text.replaceAll(/<\{%[^%]*%\}>/g, "");
}
