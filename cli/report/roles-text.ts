import type { RolesResult, RoleVerdict } from "#cli/jobs";
import { entraLimits } from "#core/entra";
import { withoutControls } from "#core/problems";
import type { Paint } from "./paint";

/** What came of each role, why, and what to do next. */
export function renderRoles(given: RolesResult, paint: Paint): string {
  const result = printable(given);
  const { stack, accountId, application, roles } = result;
  const ours = roles.filter(({ key }) => key !== undefined);
  const others = roles.filter(({ key }) => key === undefined);
  const width = Math.max(...roles.map((role) => nameOf(role).length), 0);
  const lines = [
    paint.strong(`roles of ${stack}`) + `  account ${accountId} · application ${application.name}`,
    "",
    ...jobLines(result, paint),
    "",
    ...ours.flatMap((role) => roleLines(role, width, paint)),
    ...(others.length === 0 ? [] : ["", paint.faint("  others of the account"), ""]),
    ...others.flatMap((role) => roleLines(role, width, paint)),
    "",
    ...nextSteps(result).map((step, index) => `  ${index === 0 ? "next" : "    "}   ${step}`),
  ];
  return lines.join("\n");
}

/** Names and messages come from clouds: none of them may steer the terminal. */
function printable(result: RolesResult): RolesResult {
  const clean = (_key: string, value: unknown) => (typeof value === "string" ? withoutControls(value) : value);
  return JSON.parse(JSON.stringify(result), clean) as RolesResult;
}

function jobLines({ job }: RolesResult, paint: Paint): string[] {
  const last = job.lastExecution;
  const lines = [
    `  import   ${job.code}${last === undefined ? ", no cycle has ended yet" : `, last cycle ${last.state} at ${last.ended}`}`,
  ];
  if (job.ended === false)
    lines.push(`           ${paint.bad("the cycle that was started has not ended in time; it goes on")}`);
  if (job.quarantine !== undefined) {
    lines.push(`           ${paint.bad(`in quarantine (${job.quarantine.reason}): ${wordsOf(job.quarantine)}`)}`);
  } else if (last?.error !== undefined) {
    lines.push(`           ${paint.bad(`the last cycle imported nothing: ${wordsOf(last.error)}`)}`);
  }
  if (last?.notWritten !== undefined) {
    lines.push(`           ${paint.bad(`roles that the last cycle could not write: ${last.notWritten}`)}`);
  }
  return lines;
}

function wordsOf({ code, message }: { readonly code: string; readonly message: string }): string {
  return [code, message].filter(Boolean).join(": ");
}

const states: Readonly<Record<RoleVerdict["state"], string>> = {
  imported: "imported",
  waiting: "not imported yet: the import takes it, in its next cycle",
  skipped: "not imported",
  withdrawn: "imported once, now disabled or about to be",
  missing: "not there",
};

function roleLines(role: RoleVerdict, width: number, paint: Paint): string[] {
  const { state, assigned, message, remedy } = role;
  const indent = `  ${" ".repeat(width)}   `;
  const isGood = state === "imported";
  const verdict = [states[state], message].filter((text) => text !== undefined).join(": ");
  const assignment = isGood && role.key !== undefined ? (assigned ? ", assigned" : ", not assigned yet") : "";
  return [
    `  ${nameOf(role).padEnd(width)}   ${isGood ? paint.good(verdict) : paint.bad(verdict)}${assignment}`,
    ...(remedy === undefined ? [] : [`${indent}${remedy}`]),
  ];
}

function nameOf({ key, arn }: RoleVerdict): string {
  return key ?? arn.slice(arn.indexOf(":role/") + ":role/".length);
}

/** What AWS's refusals of the stored key call for. */
const remedies: Readonly<Record<string, string>> = {
  AccessDenied: "let the provisioning user call iam:ListRoles (pulumi up writes its policy; look for a deny above it)",
  CredentialsMissing: "run pulumi up: it stores the key of the provisioning user again",
  InvalidClientTokenId: "run pulumi up: the stored key is none of AWS's any more, and it stores the current one",
  SignatureDoesNotMatch: "run pulumi up: the stored secret does not belong to the key, and it stores the current one",
};

function nextSteps(result: RolesResult): string[] {
  const { job, roles, complete, assignmentsToCome } = result;
  const steps: string[] = [];
  const isWaiting = roles.some(({ key, state }) => key !== undefined && state === "waiting");
  if (job.quarantine !== undefined) {
    const known = Object.hasOwn(remedies, job.quarantine.code) ? remedies[job.quarantine.code] : undefined;
    steps.push(known ?? "read the application's provisioning logs in the Entra admin center, and mend what they say");
    steps.push("then run entra-aws roles again: it restarts the job, which lifts the quarantine");
  } else if (isWaiting && job.lastExecution?.notWritten !== undefined) {
    steps.push(
      `make room: an application has ${entraLimits.appRolesAndScopes} app roles at most, disabled ones counted; remove those ` +
        "of roles that are gone, then run entra-aws roles again",
    );
  } else if (job.ended === false || (isWaiting && job.code === "Active")) {
    steps.push("wait: a cycle begins every 40 minutes; entra-aws roles --no-restart looks again");
  }
  if (roles.some(({ key, state }) => key !== undefined && ["skipped", "withdrawn"].includes(state))) {
    steps.push("mend the trust policies named above, then run entra-aws roles again");
  }
  if (job.code === "Paused") steps.push("entra-aws roles without --no-restart starts the job, which is paused");
  if (assignmentsToCome) steps.push("now run pulumi up again: it assigns the groups to the imported roles");
  if (steps.length === 0)
    steps.push(complete ? "nothing: every role of the stack is imported and assigned" : "run pulumi up");
  return steps;
}
