import type { Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import { createAccessKey, deleteAccessKey, findAccessKey, updateAccessKey } from "../state/access-keys";
import type { AccessKey } from "../state/account";
import { isOneOf } from "./checks";
import type { AccountCloud } from "./cloud";
import { accessKeySchema } from "./generated/schema";
import { optionalText, text } from "./inputs";
import { sesSmtpPassword } from "./ses-smtp-password";

export const accessKey: ResourceFace<AccountCloud> = {
  schema: accessKeySchema,
  modelled: ["status", "user"],
  replaceOnChange: ["user"],
  replaceSource: "internal/service/iam/access_key.go, ForceNew",
  computed: ["createDate", "secret", "sesSmtpPasswordV4"],
  defaults: (inputs) => ({ status: "Active", ...inputs }),
  checks: isOneOf("status", ["Active", "Inactive"]),

  create(cloud, inputs) {
    const input = { user: text(inputs, "user"), status: optionalText(inputs, "status") };
    const key = cloud.account.change((draft, invention) => createAccessKey(draft, input, invention));
    return { id: key.id, outputs: outputsOf(cloud, key) };
  },

  // IAM tells a secret once and a refresh of the genuine provider keeps what it knew. The account has it on file, which
  // comes to the same, except that here an import knows it too.
  read(cloud, id) {
    const found = findAccessKey(cloud.account.read(), id);
    if (found === undefined) return undefined;
    const { user, key } = found;
    return { id, inputs: { status: key.status, user: user.name }, outputs: outputsOf(cloud, key) };
  },

  update(cloud, id, news) {
    const input = { id, status: text(news, "status") };
    const { createDate } = cloud.account.change((draft) => updateAccessKey(draft, input));
    return { createDate };
  },

  delete(cloud, id) {
    cloud.account.change((draft) => {
      if (findAccessKey(draft, id) !== undefined) deleteAccessKey(draft, { id });
    });
  },
};

function outputsOf({ region }: AccountCloud, { createDate, secret }: AccessKey): Outputs {
  return { createDate, secret, sesSmtpPasswordV4: sesSmtpPassword(secret, region) };
}
