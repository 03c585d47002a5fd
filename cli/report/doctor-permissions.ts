import type { StackPermissions } from "#cli/jobs";
import { withoutControls } from "#core/problems";
import type { Paint } from "./paint";

/** The least that a stack's deployer needs, to be read; `--json` is for machines. */
export function renderStackPermissions(permissions: StackPermissions, paint: Paint): string {
  const { stack, accountId, iamPolicies, graphPermissions, doctor } = permissions;
  const title = (text: string): string => paint.strong(withoutControls(text));
  const count = iamPolicies.length;
  return [
    [
      title(`Application permissions of Microsoft Graph for the deployer of stack ${stack}`),
      ...permissionLines(graphPermissions),
    ],
    ...iamPolicies.map((policy, index) => [
      title(`IAM policy ${count === 1 ? "" : `${index + 1} of ${count} `}for its deployer in account ${accountId}`),
      documentText(policy),
    ]),
    [
      title("Besides, only so that the doctor can tell everything; no deployment needs it"),
      ...permissionLines(doctor.graphPermissions),
      documentText(doctor.iamPolicy),
    ],
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function permissionLines(permissions: StackPermissions["graphPermissions"]): string[] {
  const width = Math.max(0, ...permissions.map(({ name }) => name.length));
  return permissions.map(({ name, appRoleId }) => `  ${name.padEnd(width)}  ${appRoleId}`);
}

function documentText(document: object): string {
  return JSON.stringify(document, undefined, 2).split("\n").map(withoutControls).join("\n");
}
