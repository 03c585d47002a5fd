import { CloudError } from "#emulators/wire/errors";

/** What the azuread provider itself refuses, without or after asking Graph. `{name}` stands for a value. */
const refusals = {
  alreadyExists: {
    code: "AlreadyExists",
    message:
      'A resource with the ID "{id}" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "{type}" for more information.',
    source: "internal/helpers/tf, ImportAsExistsError",
  },
  duplicateName: {
    code: "DuplicateName",
    message:
      'A resource with the display name "{name}" already exists (object ID {id}), and prevent_duplicate_names is set.',
    source: "internal/helpers/tf, ImportAsDuplicateError; wording ours",
  },
  malformedId: {
    code: "MalformedId",
    message: 'The ID "{id}" does not have the form {shape}.',
    source: "go-azure-sdk resource ids; wording ours",
  },
  passwordRequired: {
    code: "PasswordRequired",
    message: "`password` is required when creating a new user",
    source: "internal/services/users/user_resource.go",
  },
  certificateStillThere: {
    code: "Timeout",
    message:
      'Waiting for deletion of token signing certificate credential "{keyId}" from service principal with object ID "{servicePrincipalId}": it is still there. The provider has deleted another certificate, since this one was not the last listed.',
    source: "recorded, runs certificate-rotation and certificate-replaced",
  },
  secretsNotListed: {
    code: "Timeout",
    message:
      'Waiting for synchronization secrets for service principal "{servicePrincipalId}": {sent} were sent and {listed} are listed. The provider waits until as many are listed as it sent: remove credentials that the program no longer names, or name them again.',
    source: "recorded, run secrets-count-differs; the provider polls until its timeout before it says so",
  },
  roleMissing: {
    code: "RoleMissing",
    message: 'App role "{id}" was not found on the application.',
    source: "internal/services/applications/application_app_role_resource.go; wording ours",
  },
  lookupFailed: {
    code: "NotFound",
    message: "{what} was not found",
    source: "internal/services/*/*_data_source.go",
  },
  lookupAmbiguous: {
    code: "Ambiguous",
    message: "More than one {what} found",
    source: "internal/services/groups/group_data_source.go",
  },
  lookupWithout: {
    code: "MissingArgument",
    message: "One of {names} must be specified",
    source: "ExactlyOneOf of the data sources",
  },
  otherCloud: {
    code: "InvalidEnvironment",
    message: 'This tenant is one of the cloud {cloud}; the provider is configured for environment "{environment}".',
    source: "internal/provider/provider.go, environment; wording ours",
  },
  otherTenant: {
    code: "InvalidTenant",
    message: 'This is tenant "{tenantId}"; the provider is configured for "{configured}".',
    source: "the token endpoint of an Entra tenant; wording ours",
  },
} as const satisfies Record<string, { code: string; message: string; source: string }>;

export function providerRefusal(
  name: keyof typeof refusals,
  values: Readonly<Record<string, string>> = {},
): CloudError {
  const { code, message } = refusals[name];
  const filled = message.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
  return new CloudError({ cloud: "graph", status: 400, code, message: filled });
}
