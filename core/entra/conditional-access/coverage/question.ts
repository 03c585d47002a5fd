import { userActions, userKinds } from "./aspects";
import type { Demand } from "./grant-clauses";
import type { SessionLimit } from "./session-clauses";

/** What a question asks for, and of which sign-ins. */
export interface CoverageTerms {
  readonly demand: Demand | SessionLimit;
  /** The sign-ins that the question covers, by aspect; all values of what is left out. */
  readonly covers: Readonly<Record<string, readonly string[]>>;
  /** Whose they are: those of the holders of each administrators' role, or of the one who is told. @default everybody's */
  readonly whose?: "administrators" | "subject";
}

/** Sign-ins to applications, which is not every action of a user. */
export const toApplications = { userAction: ["none"] } as const;

/** Windows Azure Service Management API, which the portal, the command line and the providers use. */
const azureManagement = "797f4846-ba00-4fd7-ba43-dac1f8f63013";

/** Every question, each “does it hold for every sign-in that …”. */
export const coverageQuestions = {
  "mfa-for-all-users": { demand: "mfa", covers: toApplications },
  "mfa-for-guests": { demand: "mfa", covers: { ...toApplications, kind: userKinds.slice(1) } },
  "mfa-for-management": {
    demand: "mfa",
    covers: { ...toApplications, application: ["MicrosoftAdminPortals", azureManagement] },
  },
  "mfa-for-subject": { demand: "mfa", covers: toApplications, whose: "subject" },
  "phishing-resistant-mfa-for-all-users": { demand: "phishing-resistant", covers: toApplications },
  "phishing-resistant-mfa-for-admin-roles": {
    demand: "phishing-resistant",
    covers: toApplications,
    whose: "administrators",
  },
  "legacy-authentication-blocked": {
    demand: "block",
    covers: { ...toApplications, client: ["exchangeActiveSync", "other"] },
  },
  "high-risk-users-blocked": { demand: "block", covers: { ...toApplications, userRisk: ["high"] } },
  "high-risk-sign-ins-blocked": { demand: "block", covers: { ...toApplications, signInRisk: ["high"] } },
  "managed-device-required": {
    demand: "managed-device",
    covers: { ...toApplications, compliant: ["no"], hybridJoined: ["no"] },
  },
  "managed-device-to-register-security-info": {
    demand: "managed-device",
    covers: { userAction: [userActions[0]], compliant: ["no"], hybridJoined: ["no"] },
  },
  "device-code-flow-blocked": { demand: "block", covers: { ...toApplications, flow: ["deviceCodeFlow"] } },
  "authentication-transfer-blocked": {
    demand: "block",
    covers: { ...toApplications, flow: ["authenticationTransfer"] },
  },
} as const satisfies Readonly<Record<string, CoverageTerms>>;

export type CoverageQuestion = keyof typeof coverageQuestions;

export const coverageQuestionNames = Object.keys(coverageQuestions) as readonly CoverageQuestion[];

export function isCoverageQuestion(text: unknown): text is CoverageQuestion {
  return typeof text === "string" && Object.hasOwn(coverageQuestions, text);
}

export function termsOf(question: CoverageQuestion | CoverageTerms): CoverageTerms {
  return typeof question === "string" ? coverageQuestions[question] : question;
}
