import { iamLimits, pathProblems, userNameProblems } from "#core/aws";
import type { Inputs, Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { deleteAccessKey } from "../state/access-keys";
import type { Account, User } from "../state/account";
import { refusal } from "../state/refusals";
import { arnOfUser, createUser, deleteUser, findUser, updateUser } from "../state/users";
import { checksOf, textCheck } from "./checks";
import type { AccountCloud } from "./cloud";
import { userSchema } from "./generated/schema";
import { allTags, isOn, optionalText, present, tagInputs, tagMap, tagsAllOnChange, text } from "./inputs";

export const user: ResourceFace<AccountCloud> = {
  schema: userSchema,
  modelled: ["forceDestroy", "name", "path", "permissionsBoundary", "tags"],
  replaceOnChange: [],
  replaceSource: "internal/service/iam/user.go: nothing is ForceNew; a user is renamed in place",
  computed: ["arn", "tagsAll", "uniqueId"],
  recomputed: (changed) => [...tagsAllOnChange(changed), ...(changed.has("path") ? ["arn"] : [])],
  // The cloud does not know this setting: it tells the provider how to delete.
  writeOnly: ["forceDestroy"],
  autoName: { property: "name", maxLength: iamLimits.userName },
  defaults: (inputs) => ({ forceDestroy: false, path: "/", ...inputs }),
  checks: checksOf(textCheck("name", userNameProblems), textCheck("path", pathProblems)),

  create(cloud, inputs) {
    const input = settings(cloud, inputs);
    const made = cloud.account.change((draft, invention) => createUser(draft, input, invention));
    return { id: made.name, outputs: outputsOf(cloud.account.read(), made) };
  },

  read(cloud, id) {
    const found = findUser(cloud.account.read(), id);
    if (found === undefined) return undefined;
    const { name, path, permissionsBoundary, tags } = found;
    return {
      id,
      inputs: present({ name, path, permissionsBoundary, ...tagInputs(cloud, tags) }),
      outputs: outputsOf(cloud.account.read(), found),
    };
  },

  update(cloud, name, news) {
    const input = settings(cloud, news);
    // The genuine provider gives the resource a new id here, which this protocol's update cannot answer.
    if (input.name !== name) throw refusal("renameNotEmulated", { name, newName: input.name });
    const changed = cloud.account.change((draft) => updateUser(draft, { name, news: input }));
    return outputsOf(cloud.account.read(), changed);
  },

  delete(cloud, name, olds) {
    cloud.account.change((draft) => {
      const found = findUser(draft, name);
      if (found === undefined) return;
      if (isOn(olds, "forceDestroy")) for (const { id } of [...found.accessKeys]) deleteAccessKey(draft, { id });
      deleteUser(draft, { name });
    });
  },
};

function settings(cloud: AccountCloud, inputs: Inputs) {
  return {
    name: text(inputs, "name"),
    path: optionalText(inputs, "path"),
    permissionsBoundary: optionalText(inputs, "permissionsBoundary"),
    tags: allTags(cloud, inputs),
  };
}

function outputsOf(account: Account, found: User): Outputs {
  return { arn: arnOfUser(account, found), tagsAll: tagMap(found.tags), uniqueId: found.id };
}
