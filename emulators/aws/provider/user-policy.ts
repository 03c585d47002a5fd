import { iamLimits, policyNameProblems } from "#core/aws";
import type { Inputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { deleteUserPolicy, findUserPolicy, putUserPolicy } from "../state/user-policies";
import { checksOf, isPolicy, textCheck } from "./checks";
import type { AccountCloud } from "./cloud";
import { userPolicySchema } from "./generated/schema";
import { text } from "./inputs";
import { parsePairId } from "./pair-id";
import { samePolicy } from "./same-policy";

export const userPolicy: ResourceFace<AccountCloud> = {
  schema: userPolicySchema,
  modelled: ["name", "policy", "user"],
  replaceOnChange: ["name", "user"],
  replaceSource: "internal/service/iam/user_policy.go, ForceNew",
  computed: ["namePrefix"],
  jsonDocuments: ["policy"],
  equivalent: { policy: samePolicy },
  autoName: { property: "name", maxLength: iamLimits.policyName },
  checks: checksOf(textCheck("name", policyNameProblems), isPolicy("policy")),

  create(cloud, inputs) {
    put(cloud, inputs);
    return { id: `${text(inputs, "user")}:${text(inputs, "name")}`, outputs: { namePrefix: "" } };
  },

  read(cloud, id) {
    const [user, name] = parsePairId(id, ":") ?? [];
    if (user === undefined || name === undefined) return undefined;
    const found = findUserPolicy(cloud.account.read(), { user, name });
    return found && { id, inputs: { name, policy: found.document, user }, outputs: { namePrefix: "" } };
  },

  update(cloud, _id, news) {
    put(cloud, news);
    return { namePrefix: "" };
  },

  delete(cloud, id) {
    const [user, name] = parsePairId(id, ":") ?? [];
    if (user === undefined || name === undefined) return;
    cloud.account.change((draft) => {
      if (findUserPolicy(draft, { user, name }) !== undefined) deleteUserPolicy(draft, { user, name });
    });
  },
};

function put(cloud: AccountCloud, inputs: Inputs): void {
  const input = { user: text(inputs, "user"), name: text(inputs, "name"), document: text(inputs, "policy") };
  cloud.account.change((draft) => {
    putUserPolicy(draft, input);
  });
}
