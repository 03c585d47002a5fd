import type { SignInDiagnosis } from "#cli/jobs";
import { withoutControls } from "#core/problems";
import type { Check, RoleDiagnosis, Verdict } from "#core/saml/diagnosis";
import type { Paint } from "./paint";

/** Why AWS takes a response or refuses it: the verdict, then every check with what was given and expected. */
export function renderSignInDiagnosis(signIn: SignInDiagnosis, paint: Paint): string {
  const { diagnosis, notes } = signIn;
  const sections = [
    verdictLines(signIn, paint),
    ...notes.map((note) =>
      note.split("\n").map((text, index) => line(index === 0 ? "note" : "", withoutControls(text))),
    ),
    ...diagnosis.providers.map(({ arn, checks }) =>
      section(arn === undefined ? "provider" : `provider ${arn}`, checks, paint),
    ),
    section("response", diagnosis.response, paint),
    ...diagnosis.roles.map((role) => roleLines(role, paint)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

const asOf = { given: "as you say", posted: "when the browser posted it", now: "now" } as const;

function verdictLines({ diagnosis, judgedAsOf, form, others }: SignInDiagnosis, paint: Paint): string[] {
  const { console, api } = diagnosis.verdicts;
  const passed = others === 0 ? "" : `, the last of ${others + 1}`;
  const differing =
    console.outcome === api.outcome
      ? []
      : [line("", `AssumeRoleWithSAML, as command-line tools use it: ${describedVerdict(api, paint)}`)];
  return [
    line("verdict", describedVerdict(console, paint)),
    ...differing,
    ...(console.check === undefined ? [] : [line("because", `of the ${console.check}`)]),
    ...(console.remedy === undefined ? [] : [line("to do", withoutControls(console.remedy))]),
    ...(console.open.length === 0 ? [] : [line("not known", console.open.join(", "))]),
    line("read", `from ${form}${passed}; judged as of ${diagnosis.judgedAt}, ${asOf[judgedAsOf]}`),
  ];
}

function describedVerdict({ outcome, awsError }: Verdict, paint: Paint): string {
  if (outcome === "accepted") return paint.good("AWS accepts it");
  if (outcome === "undetermined") return paint.strong("nothing refuses it, of what is known");
  const said = awsError === undefined ? "" : `: ${awsError.code}, “${withoutControls(awsError.message)}”`;
  return paint.bad(`AWS refuses it${said}`);
}

function roleLines(role: RoleDiagnosis, paint: Paint): string[] {
  const title = role.roleArn === undefined ? "role" : `role ${role.roleArn}`;
  return section(`${title}  ${role.verdicts.console.outcome}`, role.checks, paint);
}

function section(title: string, checks: readonly Check[], paint: Paint): string[] {
  if (checks.length === 0) return [];
  return [paint.strong(withoutControls(title)), ...checks.flatMap((check) => checkLines(check, paint))];
}

function checkLines(check: Check, paint: Paint): string[] {
  const colour = check.outcome === "ok" ? paint.good : check.outcome === "refused" ? paint.bad : paint.strong;
  const head = `  ${colour(check.outcome.padEnd(8))}  ${withoutControls(check.name).padEnd(22)}  ${withoutControls(check.given)}`;
  if (check.outcome === "ok") return [head];
  const where = check.only === "console" ? " (at the console alone)" : "";
  const details: [string, string | undefined][] = [
    ["expected", check.expected],
    [
      "AWS says",
      check.awsError === undefined ? undefined : `${check.awsError.code}: ${check.awsError.message}${where}`,
    ],
    ["to do", check.remedy],
  ];
  return [head, ...details.flatMap(([name, text]) => (text === undefined ? [] : [detail(name, text)]))];
}

function detail(name: string, text: string): string {
  return `${" ".repeat(36)}${name.padEnd(10)}${withoutControls(text)}`;
}

function line(name: string, text: string): string {
  return `${name.padEnd(10)}${text}`;
}
