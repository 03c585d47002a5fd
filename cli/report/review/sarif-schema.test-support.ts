const text = { type: "string" };
const bag = { type: "object" };
const index = { type: "integer", minimum: -1 };
const position = { type: "integer", minimum: 1 };

/** An object that has these properties and no others. */
function only(properties: object, required: readonly string[] = []) {
  return { type: "object", additionalProperties: false, properties: { ...properties, properties: bag }, required };
}

function listOf(items: object, isSet = false) {
  return { type: "array", items, uniqueItems: isSet };
}

const message = { ...only({ text, markdown: text, id: text, arguments: listOf(text) }), minProperties: 1 };
const multiformat = only({ text, markdown: text }, ["text"]);
const level = { enum: ["none", "note", "warning", "error"] };
const artifactLocation = only({
  uri: { ...text, format: "uri-reference" },
  uriBaseId: text,
  index,
  description: message,
});
const region = only({ startLine: position, startColumn: position, endLine: position, endColumn: position });

const reportingDescriptor = only(
  {
    id: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: { ...text, format: "uri" },
    defaultConfiguration: only({ enabled: { type: "boolean" }, level, rank: { type: "number" } }),
  },
  ["id"],
);

const location = only({
  id: index,
  physicalLocation: only({ artifactLocation, region, contextRegion: region }),
  logicalLocations: listOf(only({ name: text, index, fullyQualifiedName: text, kind: text }), true),
  message,
});

const result = only(
  {
    ruleId: text,
    ruleIndex: index,
    kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
    level,
    message,
    locations: listOf(location),
    partialFingerprints: { type: "object", additionalProperties: text },
    suppressions: listOf(
      only(
        {
          kind: { enum: ["inSource", "external"] },
          status: { enum: ["accepted", "underReview", "rejected"] },
          justification: text,
        },
        ["kind"],
      ),
      true,
    ),
  },
  ["message"],
);

const run = only(
  {
    tool: only({ driver: only({ name: text, version: text, rules: listOf(reportingDescriptor, true) }, ["name"]) }, [
      "driver",
    ]),
    results: listOf(result),
    artifacts: listOf(only({ location: artifactLocation, sourceLanguage: text }), true),
    automationDetails: only({ id: text, description: message }),
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
  },
  ["tool"],
);

/**
 * The part of SARIF 2.1.0 that a review uses: property names, types and sets as in section 3 of the specification. What
 * is not used here is refused, as the whole schema refuses what it does not name.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarifSchema = only(
  { $schema: { ...text, format: "uri" }, version: { const: "2.1.0" }, runs: listOf(run) },
  ["version", "runs"],
);
