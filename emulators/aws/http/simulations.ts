import { listParameter } from "#emulators/wire/aws-query";

import { simulate, type Simulation, type SimulationResult } from "../state/authorization";
import { refusal } from "../state/refusals";
import { type Operation, type Parameters, services } from "./operation";
import { pageBy, truncation } from "./page";
import { requiredParameter } from "./parameters";

export const simulationOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "SimulatePrincipalPolicy",
    parameters: [
      "ActionNames.member.*",
      "ContextEntries.member.*.ContextKeyName",
      "ContextEntries.member.*.ContextKeyType",
      "ContextEntries.member.*.ContextKeyValues.member.*",
      "Marker",
      "MaxItems",
      "PolicySourceArn",
      "ResourceArns.member.*",
    ],
    signed: true,
    call: (_account, parameters) => ({
      action: "iam:SimulatePrincipalPolicy",
      resource: requiredParameter(parameters, "PolicySourceArn", { min: 20, max: 2048 }),
    }),
    run: (handle, parameters) => {
      const results = simulate(handle.read(), readSimulation(parameters)).map((result, index) => ({
        ...result,
        key: String(index).padStart(8, "0"),
      }));
      const page = pageBy(results, parameters, { keyOf: ({ key }) => key });
      return { result: { EvaluationResults: page.entries.map(evaluationResult), ...truncation(page) } };
    },
  },
];

/** Missing keys are told for all resources, or else with the resource, as the API's documentation has it. */
function evaluationResult({ action, resource, decision, matched, missing, allowedByBoundary }: SimulationResult) {
  // Where in its text a statement stands is not told.
  const MatchedStatements = matched.map((SourcePolicyId) => ({ SourcePolicyId }));
  const specific = {
    EvalResourceName: resource,
    EvalResourceDecision: decision,
    MatchedStatements,
    MissingContextValues: missing,
  };
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: decision,
    MatchedStatements,
    MissingContextValues: resource === "*" ? missing : [],
    PermissionsBoundaryDecisionDetail:
      allowedByBoundary === undefined ? undefined : { AllowedByPermissionsBoundary: allowedByBoundary },
    ResourceSpecificResults: resource === "*" ? undefined : [specific],
  };
}

function readSimulation(parameters: Parameters): Simulation {
  const actions = listParameter(parameters, "ActionNames");
  if (actions.length === 0) throw refusal("missingMember", { member: "actionNames" });
  const resources = listParameter(parameters, "ResourceArns");
  return {
    principalArn: requiredParameter(parameters, "PolicySourceArn", { min: 20, max: 2048 }),
    actions,
    resources: resources.length === 0 ? ["*"] : resources,
    context: readContext(parameters),
  };
}

function readContext(parameters: Parameters): Simulation["context"] {
  const names = [...parameters].flatMap(([parameter, key]) => {
    const entry = /^(ContextEntries\.member\.[1-9]\d*)\.ContextKeyName$/.exec(parameter)?.[1];
    return entry === undefined ? [] : [{ entry, key }];
  });
  return new Map(
    names.map(({ entry, key }) => [key.toLowerCase(), listParameter(parameters, `${entry}.ContextKeyValues`)]),
  );
}
