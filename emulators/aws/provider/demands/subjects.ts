import { parseArn, policyArn, roleArn, samlProviderArn, userArn } from "#core/aws";

import { findAccessKey } from "../../state/access-keys";
import type { Role, Tag, User } from "../../state/account";
import { findPolicy } from "../../state/managed-policies";
import { findRole } from "../../state/roles";
import { findSamlProvider } from "../../state/saml-providers";
import { findUser } from "../../state/users";
import { allTags, optionalText } from "../inputs";
import { parsePairId } from "../pair-id";
import type { Operation, Target } from "./need";

/** What an operation is about, as it is in the account, or as it would be there. */
export interface Subject extends Target {
  readonly tags: readonly Tag[];
  readonly permissionsBoundary?: string;
}

type SubjectOf = (operation: Operation) => Subject;

/** A value of the news, else of the olds: a read by id alone has neither. */
export function given({ news, olds }: Operation, property: string): string | undefined {
  return optionalText(news, property) ?? optionalText(olds, property);
}

/** The role that the resource itself is. */
export const theRole: SubjectOf = (operation) => {
  const found = findRole(operation.account, operation.id);
  return role(operation, operation.id || (given(operation, "name") ?? ""), found);
};

/** The role that the resource belongs to, as its property or its id tells. */
export const itsRole: SubjectOf = (operation) => {
  const name = ownerName(operation, "role");
  return role(operation, name, findRole(operation.account, name));
};

export const theUser: SubjectOf = (operation) => {
  const found = findUser(operation.account, operation.id);
  return user(operation, operation.id || (given(operation, "name") ?? ""), found);
};

/** The user that the resource belongs to: by its property or its id, or as the holder of the key. */
export const itsUser: SubjectOf = (operation) => {
  const name = findAccessKey(operation.account, operation.id)?.user.name ?? ownerName(operation, "user");
  return user(operation, name, findUser(operation.account, name));
};

export const thePolicy: SubjectOf = (operation) => {
  const { account, cloud, id, news } = operation;
  const { partition, id: accountId } = account;
  const name = given(operation, "name") ?? "";
  const arn = id || policyArn({ partition, accountId, path: given(operation, "path") ?? "/", name });
  return { arn, shown: `policy ${arn}`, tags: findPolicy(account, arn)?.tags ?? allTags(cloud, news) };
};

export const theSamlProvider: SubjectOf = (operation) => {
  const { account, cloud, id, news } = operation;
  const { partition, id: accountId } = account;
  const arn = id || samlProviderArn({ partition, accountId, name: given(operation, "name") ?? "" });
  return { arn, tags: findSamlProvider(account, arn)?.tags ?? allTags(cloud, news) };
};

function ownerName(operation: Operation, owner: "role" | "user"): string {
  const separator = parseArn(operation.id.slice(operation.id.indexOf("/") + 1)) === undefined ? ":" : "/";
  return given(operation, owner) ?? parsePairId(operation.id, separator)?.[0] ?? "";
}

function role(operation: Operation, name: string, found: Role | undefined): Subject {
  const { partition, id: accountId } = operation.account;
  const arn = roleArn({ partition, accountId, path: pathOf(operation, found), name });
  return { ...held(operation, found), arn, shown: `role ${name}` };
}

function user(operation: Operation, name: string, found: User | undefined): Subject {
  const { partition, id: accountId } = operation.account;
  const arn = userArn({ partition, accountId, path: pathOf(operation, found), name });
  return { ...held(operation, found), arn, shown: `user ${name}` };
}

function pathOf(operation: Operation, found: { readonly path: string } | undefined): string {
  return found?.path ?? given(operation, "path") ?? "/";
}

/** What is not there yet has the tags that it is to get. */
function held(
  { cloud, news }: Operation,
  found: Role | User | undefined,
): Pick<Subject, "permissionsBoundary" | "tags"> {
  const boundary = found?.permissionsBoundary;
  const tags = found?.tags ?? allTags(cloud, news);
  return { tags, ...(boundary === undefined ? {} : { permissionsBoundary: boundary }) };
}
