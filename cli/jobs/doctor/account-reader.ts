import {
  type EvaluationResult,
  GetAccountSummaryCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetSAMLProviderCommand,
  GetUserCommand,
  ListSAMLProvidersCommand,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import type { Aws } from "../clients/aws";
import { type Lookup, lookUp } from "./lookup";
import type { WantedActions } from "./wanted-actions";

/** An action that a principal may not do on a resource. */
export interface DeniedAction {
  readonly action: string;
  readonly resource: string;
  /** In words of `SimulatePrincipalPolicy`: `implicitDeny` or `explicitDeny`. */
  readonly decision: string;
  /** What was asked for. */
  readonly wanted: WantedActions;
}

/** Everything that a doctor asks an account. Reads only. */
export interface AccountReader {
  readonly caller: Aws["caller"];
  hasSamlProvider(arn: string): Promise<Lookup<boolean>>;
  /** The ARN of the role of that name, with its path. */
  roleArn(name: string): Promise<Lookup<string | undefined>>;
  hasPolicy(arn: string): Promise<Lookup<boolean>>;
  hasUser(name: string): Promise<Lookup<boolean>>;
  samlProviderCount(): Promise<Lookup<number>>;
  /** As `GetAccountSummary` counts. */
  summary(): Promise<Lookup<Readonly<Record<string, number>>>>;
  denied(principalArn: string, wanted: readonly WantedActions[]): Promise<Lookup<readonly DeniedAction[]>>;
}

/** Asks an account by the genuine client. */
export function accountReader({ iam, caller }: Aws): AccountReader {
  const isThere = (what: string, read: () => Promise<unknown>) =>
    lookUp(what, async () => (await read(), true), { when: isAbsent, value: false });
  return {
    caller,
    hasSamlProvider: (arn) =>
      isThere("iam:GetSAMLProvider", () => iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: arn }))),
    roleArn: (name) =>
      lookUp<string | undefined>(
        "iam:GetRole",
        async () => (await iam.send(new GetRoleCommand({ RoleName: name }))).Role?.Arn,
        { when: isAbsent, value: undefined },
      ),
    hasPolicy: (arn) => isThere("iam:GetPolicy", () => iam.send(new GetPolicyCommand({ PolicyArn: arn }))),
    hasUser: (name) => isThere("iam:GetUser", () => iam.send(new GetUserCommand({ UserName: name }))),
    samlProviderCount: () =>
      lookUp("iam:ListSAMLProviders", async () => {
        const { SAMLProviderList = [] } = await iam.send(new ListSAMLProvidersCommand({}));
        return SAMLProviderList.length;
      }),
    summary: () =>
      lookUp("iam:GetAccountSummary", async () => (await iam.send(new GetAccountSummaryCommand({}))).SummaryMap ?? {}),
    denied: (principalArn, wanted) =>
      lookUp("iam:SimulatePrincipalPolicy", async () => {
        const denied: DeniedAction[] = [];
        for (const one of wanted) denied.push(...(await simulate(iam, principalArn, one)));
        return denied;
      }),
  };
}

function isAbsent({ name }: Error): boolean {
  return name.startsWith("NoSuchEntity");
}

async function simulate(iam: Aws["iam"], principalArn: string, wanted: WantedActions): Promise<DeniedAction[]> {
  const { actions, resources, context } = wanted;
  const denied: DeniedAction[] = [];
  let marker: string | undefined;
  do {
    const page = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: principalArn,
        ActionNames: [...actions],
        ResourceArns: [...resources],
        ContextEntries: Object.entries(context).map(([key, values]) => ({
          ContextKeyName: key,
          ContextKeyValues: [...values],
          ContextKeyType: "string",
        })),
        ...(marker === undefined ? {} : { Marker: marker }),
      }),
    );
    for (const { EvalActionName: action = "", ...result } of page.EvaluationResults ?? []) {
      for (const { resource, decision } of decisionsOf(result)) {
        if (decision !== "allowed") denied.push({ action, resource, decision, wanted });
      }
    }
    marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (marker !== undefined);
  return denied;
}

/** By resource where the simulator tells it so, or else its one answer. */
function decisionsOf(result: Omit<EvaluationResult, "EvalActionName">): { resource: string; decision: string }[] {
  const { ResourceSpecificResults: byResource = [], EvalResourceName = "*", EvalDecision = "" } = result;
  if (byResource.length === 0) return [{ resource: EvalResourceName, decision: EvalDecision }];
  return byResource.map((one) => ({ resource: one.EvalResourceName ?? "*", decision: one.EvalResourceDecision ?? "" }));
}
