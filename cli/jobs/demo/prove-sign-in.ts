import { roleArn, samlProviderArn } from "#core/aws";
import { defaultNaming } from "#core/naming";
import type { EmulatedClouds } from "../emulated-clouds";
import { AwsRefusal } from "../clients/aws-refusal";
import { type AwsSession, assumeRoleWithSaml } from "./aws-session";
import { EntraRefusal, signInAtTile } from "./browser";
import type { AccountUp } from "./deploy-account";
import type { DemoAccount, DemoCall, DemoSignIn } from "./scenario";
import type { DemoSecrets } from "./secrets";

/** A call that was tried with a session, with AWS's words when it was denied. */
export interface CallProof extends DemoCall {
  readonly allowed: boolean;
  readonly message: string;
}

export type SignInOutcome =
  | { readonly kind: "session"; readonly session: string; readonly accountId: string; readonly calls: CallProof[] }
  | { readonly kind: "refusal"; readonly by: "Entra" | "AWS"; readonly code: string; readonly message: string };

/** One sign-in as it really went. */
export interface SignInProof {
  readonly signIn: DemoSignIn;
  readonly outcome: SignInOutcome;
  readonly asExpected: boolean;
}

const partition = { partition: "aws" } as const;

interface Evidence {
  readonly clouds: EmulatedClouds;
  readonly secrets: DemoSecrets;
  readonly ups: readonly AccountUp[];
}

/** Signs in as one person of the scenario, takes the response to AWS and tries the calls. */
export async function proveSignIn(evidence: Evidence, signIn: DemoSignIn): Promise<SignInProof> {
  const outcome = await signInAndCall(evidence, signIn).catch(refusalOf);
  return { signIn, outcome, asExpected: isExpected(outcome, signIn.expected) };
}

async function signInAndCall({ clouds, secrets, ups }: Evidence, signIn: DemoSignIn): Promise<SignInOutcome> {
  const page = await signInAtTile({
    tenantUrl: clouds.tenant.url,
    signInUrl: outputOf(ups, signIn.account, "signInUrl"),
    userPrincipalName: `${signIn.user}@${clouds.tenant.domain}`,
    password: secrets.passwordOf(signIn.user),
    client: signIn.client,
  });
  const roleAccount = signIn.presentedTo?.roleOf ?? signIn.account;
  const providerAccount = signIn.presentedTo?.providerOf ?? signIn.account;
  const role = signIn.user === "Test-AWSAdmin" ? "Administrator" : "Developer";
  const session = await assumeRoleWithSaml(clouds.accounts.url, {
    response: page.samlResponse,
    roleArn: roleArn({ ...partition, accountId: roleAccount.id, name: role }),
    samlProviderArn: samlProviderArn({ ...partition, accountId: providerAccount.id, name: defaultNaming.samlProvider }),
  });
  const calls: CallProof[] = [];
  for (const call of "calls" in signIn.expected ? signIn.expected.calls : []) {
    calls.push({ ...call, ...(await session.call(call.action)) });
  }
  return { kind: "session", session: nameOf(session), accountId: session.accountId, calls };
}

function outputOf(ups: readonly AccountUp[], account: DemoAccount, name: string): string {
  const value = ups.find((up) => up.account === account)?.outputs[name];
  if (typeof value !== "string") {
    throw new Error(`The stack ${account.stack} has no output ${name}.`);
  }
  return value;
}

/** `Developer/Test-AWSDeveloper@…`, as the console shows it, out of `arn:aws:sts::…:assumed-role/Developer/…`. */
function nameOf(session: AwsSession): string {
  return session.arn.split(":assumed-role/")[1] ?? session.arn;
}

function refusalOf(error: unknown): SignInOutcome {
  if (error instanceof EntraRefusal || error instanceof AwsRefusal) {
    return {
      kind: "refusal",
      by: error instanceof EntraRefusal ? "Entra" : "AWS",
      code: error.code,
      message: error.message,
    };
  }
  throw error;
}

function isExpected(outcome: SignInOutcome, expected: DemoSignIn["expected"]): boolean {
  if (outcome.kind === "refusal") {
    return (
      "refusal" in expected &&
      expected.by === outcome.by &&
      expected.refusal === outcome.code &&
      outcome.message.includes(expected.says)
    );
  }
  return (
    "session" in expected && outcome.session.startsWith(`${expected.session}/`) && outcome.calls.every(isCallExpected)
  );
}

const deniedBecause: Record<Exclude<DemoCall["expected"], "allowed">, string> = {
  "permissions boundary": "with an explicit deny in a permissions boundary",
  "nothing allows it": "because no identity-based policy allows",
};

function isCallExpected(call: CallProof): boolean {
  return call.expected === "allowed"
    ? call.allowed
    : !call.allowed && call.message.includes(deniedBecause[call.expected]);
}
