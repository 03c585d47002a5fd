import type { PolicyDocument, Statement } from "./policy-document";

/** What a document is for: what its holder may do, who may become it, who may use it, what an organisation allows. */
export type DocumentUse = "identity" | "trust" | "resource" | "organisation";

/** Something about a document that is good by the grammar, and wrong for its use. */
export interface DocumentProblem {
  readonly code: "old-version" | "sid-characters" | "wrong-use";
  /** As `Statement[0].Sid`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

type Expectation = "needed" | "forbidden" | "open";

interface Form {
  readonly of: string;
  readonly principal: Expectation;
  readonly resource: Expectation;
  /** Services let their own policies have spaces in a Sid, and an older version in their examples. */
  readonly strict: boolean;
}

/**
 * Resource-based policies of ECR name no resource. Resource control policies name everybody as principal.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
const forms = {
  identity: { of: "an identity-based policy", principal: "forbidden", resource: "needed", strict: true },
  trust: { of: "a trust policy", principal: "needed", resource: "forbidden", strict: true },
  resource: { of: "a resource-based policy", principal: "needed", resource: "open", strict: false },
  organisation: { of: "a policy of the organisation", principal: "open", resource: "needed", strict: true },
} as const satisfies Record<DocumentUse, Form>;

/** What is wrong with a document for what it is used for. */
export function documentProblems(document: PolicyDocument, use: DocumentUse): readonly DocumentProblem[] {
  const form = forms[use];
  return [
    ...versionProblems(document, form),
    ...document.Statement.flatMap((statement, index) => statementProblems(statement, `Statement[${index}]`, form)),
  ];
}

function versionProblems({ Version, Statement }: PolicyDocument, { strict }: Form): readonly DocumentProblem[] {
  if (Version === "2012-10-17") return [];
  const withVariables = Statement.some(hasVariables);
  if (!strict && !withVariables) return [];
  const effect = withVariables ? ", since in older policies ${…} is plain text and no variable" : "";
  return [{ code: "old-version", path: "Version", message: `expected the version 2012-10-17${effect}` }];
}

function hasVariables({ Resource = [], NotResource = [], Condition = {} }: Statement): boolean {
  const values = Object.values(Condition).flatMap((keys) => Object.values(keys).flat());
  return [...Resource, ...NotResource, ...values].some((value) => /\$\{[^}]+\}/.test(value));
}

function statementProblems(statement: Statement, path: string, form: Form): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const { Sid } = statement;
  if (form.strict && Sid !== undefined && !/^[A-Za-z0-9]*$/.test(Sid)) {
    problems.push({
      code: "sid-characters",
      path: `${path}.Sid`,
      message: "expected a Sid of letters and digits only",
    });
  }
  for (const element of ["Principal", "Resource"] as const) {
    const expectation: Expectation = form[element === "Principal" ? "principal" : "resource"];
    const given = statement[element] !== undefined || statement[`Not${element}`] !== undefined;
    if (expectation === "needed" && !given) {
      problems.push({ code: "wrong-use", path, message: `expected a ${element} in ${form.of}` });
    }
    if (expectation === "forbidden" && given) {
      problems.push({ code: "wrong-use", path, message: `expected no ${element} in ${form.of}` });
    }
  }
  return problems;
}
