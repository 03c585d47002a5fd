import { expect, it } from "vitest";
import type { Denied } from "./decision";
import { denialMessage } from "./denial-message";

const request = {
  principalArn: "arn:aws:sts::111122223333:assumed-role/Developer/alice",
  action: "iam:ListUsers",
  resource: "arn:aws:iam::111122223333:user/",
};

it.each<[Denied["reason"], Denied["kind"], string]>([
  ["implicit", "identity-based policy", "because no identity-based policy allows the iam:ListUsers action"],
  ["implicit", "permissions boundary", "because no permissions boundary allows the iam:ListUsers action"],
  ["implicit", "session policy", "because no session policy allows the iam:ListUsers action"],
  ["implicit", "resource-based policy", "because no resource-based policy allows the iam:ListUsers action"],
  ["implicit", "service control policy", "because no service control policy allows the iam:ListUsers action"],
  ["implicit", "role trust policy", "because no role trust policy allows the iam:ListUsers action"],
  ["explicit", "identity-based policy", "with an explicit deny in an identity-based policy"],
  ["explicit", "permissions boundary", "with an explicit deny in a permissions boundary"],
  ["explicit", "session policy", "with an explicit deny in a session policy"],
  ["explicit", "resource-based policy", "with an explicit deny in a resource-based policy"],
  ["explicit", "service control policy", "with an explicit deny in a service control policy"],
  ["explicit", "role trust policy", "with an explicit deny in the role trust policy"],
])("says AWS's words for an %s denial by a %s", (reason, kind, words) => {
  expect(denialMessage(request, { reason, kind })).toBe(
    "User: arn:aws:sts::111122223333:assumed-role/Developer/alice is not authorized to perform: iam:ListUsers " +
      `on resource: arn:aws:iam::111122223333:user/ ${words}`,
  );
});
