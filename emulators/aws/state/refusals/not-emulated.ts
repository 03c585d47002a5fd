import type { Refusal } from "./refusal";

/** What the real services do and these do not: said, and never guessed or ignored. */
export const notEmulated = {
  undetermined: {
    code: "NotEmulated",
    status: 501,
    message: "The emulated account cannot decide whether <principal> may perform <action>: it hangs on <open>.",
    source: "ours: an emulated cloud says that it does not know, and never guesses a decision",
  },
  renameNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "Renaming user <name> to <newName> in place is not emulated: give the resource another name, too.",
    source: "ours: the genuine provider renames it",
  },
  regionNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "The emulated accounts know nothing of region <region>.",
    source: "ours",
  },
  rootUserNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "What the root user asks about itself is not emulated: give UserName.",
    source: "ours",
  },
  policyOfAwsNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "Of <arn>, which belongs to AWS, the emulated accounts know at most that it exists.",
    source: "ours: AWS has more policies, and more versions of each, than are known here",
  },
  transitiveTagsNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message:
      "TransitiveTagKeys is not emulated: take the claim away, or the sessions that follow would lack these tags.",
    source: "ours: AWS hands such tags on to the roles that a session assumes",
  },
  requestNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "The emulated accounts take Query requests as POST of a form to /, and no <method> of <path>.",
    source: "ours: the services take a query by GET, too",
  },
  operationNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "<operation> is not emulated yet.",
    source: "ours: what an operation answers that was begun by tools/new.ts",
  },
  parameterNotEmulated: {
    code: "NotEmulated",
    status: 501,
    message: "Parameter <parameter> of <operation> is not emulated.",
    source: "ours: an emulated cloud acts on what it is told, or refuses it",
  },
} as const satisfies Record<string, Refusal>;
