import { iamLimits, policyNameProblems } from "#core/aws";
import type { Inputs, ResourceFace, ResourceSchema } from "#emulators/wire/pulumi-provider";

import type { Account, InlinePolicy } from "../state/account";
import { checksOf, isPolicy, textCheck } from "./checks";
import type { AccountCloud } from "./cloud";
import { text } from "./inputs";
import { parsePairId } from "./pair-id";
import { samePolicy } from "./same-policy";

/** In what an inline policy of a role differs from one of a user. */
export interface InlinePolicyKind {
  readonly schema: ResourceSchema;
  readonly replaceSource: string;
  /** The property that names the principal. */
  readonly owner: "role" | "user";
  readonly find: (account: Readonly<Account>, owner: string, name: string) => InlinePolicy | undefined;
  readonly put: (account: Account, owner: string, name: string, document: string) => void;
  readonly remove: (account: Account, owner: string, name: string) => void;
}

/** A resource for inline policies, with the id `<principal>:<name>`. */
export function inlinePolicyFace(kind: InlinePolicyKind): ResourceFace<AccountCloud> {
  const outputs = { namePrefix: "" };
  const put = (cloud: AccountCloud, inputs: Inputs): void => {
    const [owner, name, document] = [text(inputs, kind.owner), text(inputs, "name"), text(inputs, "policy")];
    cloud.account.change((draft) => {
      kind.put(draft, owner, name, document);
    });
  };
  return {
    schema: kind.schema,
    modelled: ["name", "policy", kind.owner],
    replaceOnChange: ["name", kind.owner],
    replaceSource: kind.replaceSource,
    computed: ["namePrefix"],
    jsonDocuments: ["policy"],
    equivalent: { policy: samePolicy },
    autoName: { property: "name", maxLength: iamLimits.policyName },
    checks: checksOf(textCheck("name", policyNameProblems), isPolicy("policy")),

    create(cloud, inputs) {
      put(cloud, inputs);
      return { id: `${text(inputs, kind.owner)}:${text(inputs, "name")}`, outputs };
    },

    read(cloud, id) {
      const [owner, name] = parsePairId(id, ":") ?? [];
      if (owner === undefined || name === undefined) return undefined;
      const found = kind.find(cloud.account.read(), owner, name);
      return found && { id, inputs: { name, policy: found.document, [kind.owner]: owner }, outputs };
    },

    update(cloud, _id, news) {
      put(cloud, news);
      return outputs;
    },

    delete(cloud, id) {
      const [owner, name] = parsePairId(id, ":") ?? [];
      if (owner === undefined || name === undefined) return;
      cloud.account.change((draft) => {
        if (kind.find(draft, owner, name) !== undefined) kind.remove(draft, owner, name);
      });
    },
  };
}
