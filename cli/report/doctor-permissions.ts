import type { StackPermissions } from "#cli/jobs";
import { withoutControls } from "#core/problems";
import type { Paint } from "./paint";

/** The least that a stack's deployer needs, to be read; `--json` is for machines. */
export function renderStackPermissions(permissions: StackPermissions, paint: Paint): string {
  const { stack, accountId, iamPolicies, graphPermissions } = permissions;
  const width = Math.max(0, ...graphPermissions.map(({ name }) => name.length));
  return [
    paint.strong(withoutControls(`Application permissions of Microsoft Graph for the deployer of stack ${stack}`)),
    ...graphPermissions.map(({ name, appRoleId }) => `  ${name.padEnd(width)}  ${appRoleId}`),
    "",
    ...iamPolicies.flatMap((policy, index) => [
      paint.strong(
        withoutControls(
          `IAM policy ${iamPolicies.length === 1 ? "" : `${index + 1} of ${iamPolicies.length} `}for its deployer in account ${accountId}`,
        ),
      ),
      withoutControlsKeepingLines(JSON.stringify(policy, undefined, 2)),
      "",
    ]),
  ]
    .join("\n")
    .trimEnd();
}

function withoutControlsKeepingLines(text: string): string {
  return text.split("\n").map(withoutControls).join("\n");
}
