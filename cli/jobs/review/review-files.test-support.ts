import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const secret = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "v1:b2xk",
} as const;

/** `urn:pulumi:dev::shop::TYPE::NAME` */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::shop::${type}::${name}`;
}

/** A folder that goes with the test, and these files in it; objects are written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "entra-aws-review-test-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

/** The path of one file with this content. */
export function fileWith(content: unknown): string {
  return join(folderWith({ given: content }), "given");
}

interface StateOfTest {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly inputs: object;
  readonly propertyDependencies?: object;
  readonly sourcePosition?: string;
}

/** A group that gives a role in AWS under a name that says nothing of it, as a state and a plan have it. */
export function misnamedGroup(name = "developers", displayName: unknown = "Cloud developers"): readonly StateOfTest[] {
  const groupUrn = urnOf("azuread:index/group:Group", name);
  const state = (type: string, own: string, inputs: object, more: object = {}) => ({
    urn: urnOf(type, own),
    type,
    custom: true,
    inputs,
    ...more,
  });
  const value = "arn:aws:iam::111122223333:role/Developer,arn:aws:iam::111122223333:saml-provider/EntraID";
  return [
    state("azuread:index/group:Group", name, { displayName }, { sourcePosition: "project:///index.ts#2,3" }),
    state("azuread:index/applicationAppRole:ApplicationAppRole", "developer", { roleId: "role-id", value }),
    state(
      "azuread:index/appRoleAssignment:AppRoleAssignment",
      "developers",
      { appRoleId: "role-id", principalObjectId: unknown },
      { propertyDependencies: { principalObjectId: [groupUrn] } },
    ),
  ];
}

/** An exported state of these resources. */
export function stateOf(resources: readonly unknown[]): object {
  return { version: 3, deployment: { manifest: {}, resources } };
}

/** What `pulumi preview --json` prints of these resources. */
export function previewOf(resources: readonly object[], diagnostics: readonly object[] = []): object {
  return { steps: resources.map((newState) => ({ op: "create", newState })), diagnostics };
}

/** An event log of these resources, one event a line, and its end. */
export function eventLogOf(resources: readonly object[], more: readonly object[] = []): string {
  const made = resources.map((state) => ({ resOutputsEvent: { metadata: { op: "create", new: state } } }));
  const events = [...made, ...more, { summaryEvent: { resourceChanges: {} } }, { cancelEvent: {} }];
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}
