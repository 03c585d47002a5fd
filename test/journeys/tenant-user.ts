import { randomUUID } from "node:crypto";
import { type TenantSeed, guardedContoso } from "#emulators/entra";
import { hashPassword } from "../../emulators/entra/state/passwords";

/** The example's tenant with one more member, who knows their password. */
export function withUser(user: { readonly userPrincipalName: string; readonly password: string }): TenantSeed {
  const [model] = guardedContoso.users;
  if (model === undefined) throw new Error("the example's tenant has no user");
  const { userPrincipalName, password } = user;
  const [mailNickname = ""] = userPrincipalName.split("@");
  const names = { userPrincipalName, mailNickname, displayName: mailNickname };
  const member = { ...model, ...names, id: randomUUID(), password: hashPassword(password, randomUUID) };
  return { ...guardedContoso, users: [...guardedContoso.users, member] };
}
