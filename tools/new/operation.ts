import * as iam from "@aws-sdk/client-iam";
import { type Change, camel, kebab, withSortedLine, withSortedPath } from "./change";

/** An IAM operation of the emulated accounts, such as `ListGroups`: authorised at once, and refused until it is written. */
export function newOperation(name: string): Change[] {
  if (!(`${name}Command` in iam)) throw new Error(`The genuine IAM client has no operation ${name}.`);
  const file = kebab(name);
  const list = `${camel(file)}Operations`;
  return [
    { file: `emulators/aws/http/${file}.ts`, create: operation(name, list) },
    { file: `emulators/aws/http/${file}.test.ts`, create: test(name) },
    {
      file: "emulators/aws/http/operations.ts",
      edit: (text) => {
        const imported = withSortedPath(text, `import { ${list} } from "./${file}";`);
        return withSortedLine(imported, (other) => /^ {2}\.\.\.\w+Operations,$/.test(other), `  ...${list},`);
      },
    },
  ];
}

const operation = (name: string, list: string): string => `import { refusal } from "../state/refusals";
import { type Operation, services } from "./operation";

export const ${list}: readonly Operation[] = [
  {
    service: services.iam,
    name: "${name}",
    // Every parameter that is acted upon: any other is refused.
    parameters: [],
    signed: true,
    // The ARN on which AWS authorises it stands in the service authorization reference.
    call: () => ({ action: "iam:${name}", resource: "*" }),
    // Read the state by its transitions, and answer with what AWS answers: { result: { … } }.
    run: () => {
      throw refusal("operationNotEmulated", { operation: "${name}" });
    },
  },
];
`;

const test = (name: string): string => `import { ${name}Command } from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";

import { clients, federated, refusal, signInAsDeveloper } from "../testing/served-accounts";

// Judge: the genuine AWS SDK for JavaScript 3, against AWS's documented codes and words.

describe("${name}", () => {
  it("is refused to who may not", async () => {
    const account = await federated();
    const { iam } = clients(account.url, await signInAsDeveloper(account.url));
    expect(await refusal(iam.send(new ${name}Command({} as never)))).toMatch(
      /^AccessDenied(Exception)?: User: .* is not authorized to perform: iam:${name} on resource: /,
    );
  });

  it("says that it is not written yet", async () => {
    const account = await federated();
    const { iam } = clients(account.url, account.credentials("111122223333"));
    expect(await refusal(iam.send(new ${name}Command({} as never)))).toMatch(/^NotEmulated: .*${name}/);
  });
});
`;
