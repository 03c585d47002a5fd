import { describe, expect, it } from "vitest";
import { exampleSurroundings, stackOf, unknownAtPreview, type ExampleResource } from "../../rules/example";
import { gatherFacts } from "../stack-facts";
import { documentHolders } from "./document-holders";
import { policyDocuments, type DocumentFact } from "./policy-documents";

const document = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:ListBucket"], Resource: ["*"] }],
};
const text = JSON.stringify(document);

function documentsOf(...resources: readonly ExampleResource[]): readonly DocumentFact[] {
  return policyDocuments(gatherFacts(stackOf(resources), exampleSurroundings));
}

function one(type: string, properties: Record<string, unknown>, from?: ExampleResource["from"]): DocumentFact[] {
  return [...documentsOf({ type, name: "it", properties, ...(from && { from }) })];
}

describe("policyDocuments", () => {
  it.each(documentHolders)("reads $type $property as a document of use $use", ({ type, property, each, use }) => {
    const value = each === undefined ? text : [{ name: "a", [each]: text }];
    const path = each === undefined ? property : `${property}[0].${each}`;
    const found = one(type, { [property]: value }).map(({ resource, ...fact }) => ({ ...fact, name: resource.name }));
    expect(found).toEqual([{ name: "it", property: path, use, reading: { kind: "known", document, text } }]);
  });

  it("reads a document that is given as an object", () => {
    expect(one("aws:iam/policy:Policy", { policy: document }).map(({ reading }) => reading)).toEqual([
      { kind: "known", document, text },
    ]);
  });

  it("says where text stops being JSON", () => {
    expect(one("aws:iam/policy:Policy", { policy: '{"Version":' }).map(({ reading }) => reading)).toEqual([
      { kind: "malformed", message: "the text ends where a value should be", position: 11 },
    ]);
  });

  it.each([7, true, null, [], "null", "[]"])("takes %j for no document", (policy) => {
    expect(one("aws:iam/policy:Policy", { policy }).map(({ reading }) => reading.kind)).toEqual(["malformed"]);
  });

  it("says which property only the update tells", () => {
    expect(one("aws:iam/policy:Policy", { policy: unknownAtPreview }).map(({ reading }) => reading)).toEqual([
      { kind: "unknown", property: "policy" },
    ]);
  });

  it("does not take for a document what the provider will fill in", () => {
    expect(one("aws:sqs/queue:Queue", { policy: unknownAtPreview })).toEqual([]);
    expect(one("aws:iam/role:Role", { inlinePolicies: unknownAtPreview })).toEqual([]);
    expect(one("aws:sqs/queue:Queue", { policy: "" })).toEqual([]);
  });

  it("knows that a computed property was given where it depends on another resource", () => {
    const from = { policy: ["topic"] };
    expect(one("aws:sqs/queue:Queue", { policy: unknownAtPreview }, from).map(({ reading }) => reading)).toEqual([
      { kind: "unknown", property: "policy" },
    ]);
  });

  it("does not take the default policy that AWS gives a topic for the program's", () => {
    expect(one("aws:sns/topic:Topic", { name: "mail", policy: text }, { name: [] })).toEqual([]);
    expect(one("aws:sns/topic:Topic", { name: "mail", policy: text }, { name: [], policy: [] })).toHaveLength(1);
  });

  it("leaves out an organisation's policies in another grammar, and the elements of a list that have no document", () => {
    expect(one("aws:organizations/policy:Policy", { content: "{}", type: "TAG_POLICY" })).toEqual([]);
    expect(one("aws:organizations/policy:Policy", { content: text, type: "RESOURCE_CONTROL_POLICY" })).toHaveLength(1);
    expect(one("aws:iam/role:Role", { inlinePolicies: [{ name: "a" }, null, 7] })).toEqual([]);
  });
});
