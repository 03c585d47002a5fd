import type { User } from "../../state/model";
import type { Entity } from "../route";

/** What Graph tells of a user without `$select`. https://learn.microsoft.com/graph/api/user-get */
const shownByDefault = [
  "businessPhones",
  "displayName",
  "givenName",
  "id",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
];

/** A user with all that can be selected; the password's hash never leaves the tenant. */
export function userEntity(user: User): Entity {
  const { password: _private, profile, forceChangePasswordNextSignIn: _write, ...shown } = user;
  const unset = Object.fromEntries(shownByDefault.map((name) => [name, null]));
  return { ...unset, ...profile, ...shown };
}

export function defaultUserEntity(entity: Entity): Entity {
  return Object.fromEntries(shownByDefault.map((name) => [name, entity[name] ?? null]));
}
