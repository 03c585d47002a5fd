import { samlSignInErrors } from "#core/aws";
import { CloudError } from "#emulators/wire/errors";

import { callerRefusals } from "./callers";
import { entityRefusals } from "./entities";
import { inputRefusals } from "./inputs";
import { notEmulated } from "./not-emulated";
import { requestRefusals } from "./requests";

/** Everything that the emulated accounts refuse, in AWS's codes and words. */
const refusals = {
  ...callerRefusals,
  ...entityRefusals,
  ...inputRefusals,
  ...notEmulated,
  ...requestRefusals,
  ...samlSignInErrors,
} as const;

type RefusalName = keyof typeof refusals;

type Placeholders<Message extends string> = Message extends `${string}<${infer Name}>${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Values<Name extends RefusalName> = Record<Placeholders<(typeof refusals)[Name]["message"]>, string | number>;
type Arguments<Name extends RefusalName> = keyof Values<Name> extends never ? [] : [values: Values<Name>];

/** The refusal as an error, for a place that has to throw it. */
export function refusal<Name extends RefusalName>(name: Name, ...[values]: Arguments<Name>): CloudError {
  const { code, status, message } = refusals[name];
  const given = new Map<string, string | number>(Object.entries(values ?? {}));
  return new CloudError({
    cloud: "aws",
    code,
    status,
    message: message.replace(/<(\w+)>/g, (placeholder, key: string) => String(given.get(key) ?? placeholder)),
  });
}
