import { unknownAtPreview, type ExampleFinding, type ExampleResource, type RuleExample } from "./example";

type Statement = Readonly<Record<string, unknown>>;

/** A policy document as programs hand it over. */
export function documentText(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A managed policy called `policy`. */
export function managedPolicy(...statements: readonly Statement[]): ExampleResource {
  return managedPolicyWith(documentText(...statements));
}

/** A managed policy called `policy`, with whatever stands for its document. */
export function managedPolicyWith(policy: unknown): ExampleResource {
  return { type: "aws:iam/policy:Policy", name: "policy", properties: { name: "Policy", policy } };
}

/** A role called `role`, with its trust policy. */
export function roleTrusting(...statements: readonly Statement[]): ExampleResource {
  const properties = { name: "Role", assumeRolePolicy: documentText(...statements) };
  return { type: "aws:iam/role:Role", name: "role", properties };
}

/** The policy of a bucket, called `bucket`. */
export function bucketPolicy(...statements: readonly Statement[]): ExampleResource {
  const properties = { bucket: "data", policy: documentText(...statements) };
  return { type: "aws:s3/bucketPolicy:BucketPolicy", name: "bucket", properties };
}

/** A violation in the document of `managedPolicy`. */
export function inPolicy(path: string, message: string): ExampleFinding {
  const property = path === "" ? "policy" : `policy.${path}`;
  return { resource: "policy", outcome: "violation", property, message };
}

/** An example of one managed policy that allows something. */
export function allowing(title: string, statement: Statement, ...findings: readonly ExampleFinding[]): RuleExample {
  return { title, resources: [managedPolicy({ Effect: "Allow", ...statement })], findings };
}

/** An example of one managed policy that denies something. */
export function denying(title: string, statement: Statement, ...findings: readonly ExampleFinding[]): RuleExample {
  return { title, resources: [managedPolicy({ Effect: "Deny", ...statement })], findings };
}

/** What every rule on documents says of one that nobody can read yet. */
export const unknownDocumentExample: RuleExample = {
  title: "a document that is built from another resource's outputs",
  resources: [managedPolicyWith(unknownAtPreview)],
  findings: [
    {
      resource: "policy",
      outcome: "undetermined",
      property: "policy",
      message: "the policy document is known only after the update",
    },
  ],
};
