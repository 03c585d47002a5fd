import type { Inputs, Outputs, ResourceFace } from "#emulators/wire/pulumi-provider";

import type { User } from "../state/model";
import { createUser, deleteUser, findUser, updateUser, type UserInput } from "../state/users";
import { checksOf, isAtMost, isNotEmpty, textCheck } from "./checks";
import type { TenantCloud } from "./cloud";
import { userSchema } from "./generated/schema";
import { flag, optionalText, text, texts } from "./inputs";
import { providerRefusal } from "./refusals";
import { formatId, parseId } from "./resource-id";
import { profileProperties, userOutputs } from "./user-outputs";

export const user: ResourceFace<TenantCloud> = {
  schema: userSchema,
  modelled: [
    ...profileProperties,
    "accountEnabled",
    "businessPhones",
    "disablePasswordExpiration",
    "disableStrongPassword",
    "displayName",
    "forcePasswordChange",
    "mailNickname",
    "otherMails",
    "password",
    "showInAddressList",
    "userPrincipalName",
  ],
  replaceOnChange: [],
  replaceSource: "internal/services/users/user_resource.go has no ForceNew",
  computed: [
    "aboutMe",
    "creationType",
    "externalUserState",
    "imAddresses",
    "objectId",
    "onpremisesDistinguishedName",
    "onpremisesDomainName",
    "onpremisesSamAccountName",
    "onpremisesSecurityIdentifier",
    "onpremisesSyncEnabled",
    "onpremisesUserPrincipalName",
    "proxyAddresses",
    "userType",
  ],
  optionalComputed: ["businessPhones", "mail", "mailNickname", "onpremisesImmutableId", "password"],
  writeOnly: ["forcePasswordChange", "password"],
  sets: ["otherMails"],
  defaults: (inputs) => ({
    accountEnabled: true,
    disablePasswordExpiration: false,
    disableStrongPassword: false,
    forcePasswordChange: false,
    showInAddressList: true,
    ...inputs,
  }),
  checks: checksOf(
    isNotEmpty("displayName"),
    textCheck("userPrincipalName", (name) => /^[^\s@]+@[^\s@]+$/.test(name), "an email address"),
    // Complexity and domain are left to Graph (judge: recorded, run user-in-foreign-domain).
    isAtMost("password", 256),
    isAtMost("employeeId", 16),
    isAtMost("employeeType", 64),
  ),

  create(cloud, inputs) {
    const password = optionalText(inputs, "password");
    if (password === undefined) throw providerRefusal("passwordRequired");
    const nickname = text(inputs, "userPrincipalName").split("@")[0] ?? "";
    const settings = { ...settingsOf(inputs, nickname), password };
    const created = cloud.transact((tenant, step) => createUser(tenant, settings, step));
    return { id: formatId("user", { userId: created.id }), outputs: userOutputs(created) };
  },

  read(cloud, id) {
    const found = findUser(cloud.read(), parseId("user", id).userId);
    if (!found) return undefined;
    return { id, inputs: inputsOf(found), outputs: userOutputs(found) };
  },

  update(cloud, id, news, olds) {
    const { userId } = parseId("user", id);
    const password = optionalText(news, "password");
    const isNew = password !== undefined && password !== optionalText(olds, "password");
    const settings = { ...settingsOf(news, text(olds, "mailNickname")), ...(isNew && { password }) };
    return userOutputs(cloud.transact((tenant, step) => updateUser(tenant, { id: userId, settings }, step)));
  },

  delete(cloud, id) {
    const { userId } = parseId("user", id);
    cloud.transact((tenant, step) => {
      deleteUser(tenant, userId, step);
    });
  },
};

const passwordPolicies = [
  ["disablePasswordExpiration", "DisablePasswordExpiration"],
  ["disableStrongPassword", "DisableStrongPassword"],
] as const;

function settingsOf(inputs: Inputs, defaultNickname: string): UserInput {
  const policies = passwordPolicies.filter(([property]) => flag(inputs, property)).map(([, policy]) => policy);
  const profile = profileProperties.flatMap((name): [string, string][] => {
    const value = optionalText(inputs, name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    userPrincipalName: text(inputs, "userPrincipalName"),
    displayName: text(inputs, "displayName"),
    mailNickname: optionalText(inputs, "mailNickname") ?? defaultNickname,
    accountEnabled: flag(inputs, "accountEnabled"),
    forceChangePasswordNextSignIn: flag(inputs, "forcePasswordChange"),
    passwordPolicies: policies.length > 0 ? policies.join(", ") : null,
    showInAddressList: flag(inputs, "showInAddressList"),
    businessPhones: texts(inputs, "businessPhones"),
    otherMails: texts(inputs, "otherMails"),
    profile: Object.fromEntries(profile),
  };
}

function inputsOf(user: User): Outputs {
  return {
    ...user.profile,
    accountEnabled: user.accountEnabled,
    businessPhones: user.businessPhones,
    disablePasswordExpiration: user.passwordPolicies?.includes("DisablePasswordExpiration") ?? false,
    disableStrongPassword: user.passwordPolicies?.includes("DisableStrongPassword") ?? false,
    displayName: user.displayName,
    mailNickname: user.mailNickname,
    otherMails: user.otherMails,
    showInAddressList: user.showInAddressList,
    userPrincipalName: user.userPrincipalName,
  };
}
