import { type SamlSignInErrorName, samlSignInErrors } from "#core/aws";

/** `unknown`: what would decide it was not to be had. `warning`: AWS takes it, and somebody should know. */
export type CheckOutcome = "ok" | "refused" | "unknown" | "warning";

/** What AWS answers, in its words. */
export interface AwsError {
  readonly code: string;
  readonly message: string;
  /** Who says that these are the words; `unconfirmed` ones are ours. */
  readonly source: string;
}

/** One thing that AWS looks at, what it finds, and what to do about it. Nothing in it is secret or names a person. */
export interface Check {
  readonly name: string;
  readonly outcome: CheckOutcome;
  readonly given: string;
  readonly expected: string;
  /** Of a refused one. */
  readonly awsError?: AwsError;
  /** Where it refuses the sign-in to the console alone, and `AssumeRoleWithSAML` goes on. */
  readonly only?: "console";
  readonly remedy?: string;
  /** Where it is written that AWS looks at this. */
  readonly source: string;
}

/** What is looked at; what comes of it is told by one of the functions below. */
export type Subject = Pick<Check, "name" | "given" | "expected" | "source">;

export function ok(subject: Subject): Check {
  return { ...subject, outcome: "ok" };
}

export function refused(subject: Subject, error: SamlSignInErrorName, remedy: string, reason = ""): Check {
  return { ...subject, outcome: "refused", awsError: awsError(error, reason), remedy };
}

export function unknown(subject: Subject, remedy: string): Check {
  return { ...subject, outcome: "unknown", remedy };
}

export function warned(subject: Subject, remedy: string): Check {
  return { ...subject, outcome: "warning", remedy };
}

export function awsError(name: SamlSignInErrorName, reason = ""): AwsError {
  const { code, message, source } = samlSignInErrors[name];
  return { code, message: message.replace("<reason>", () => reason), source };
}

/** Where the checks are written down. */
export const sources = {
  assertions: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html",
  provider: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html",
  troubleshooting: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html",
  api: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
  tags: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
  roles: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html",
  saml: "saml-core-2.0-os",
} as const;
