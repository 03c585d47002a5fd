/** The parts of one genuine provider that the emulated clouds have a face for. */
export interface EmulatedProvider {
  readonly package: string;
  readonly name: string;
  /** Where the generated module stands, from the repository's root. */
  readonly target: string;
  /** `module/name` of each resource as it stands in the SDK, without `index/`. */
  readonly resources: readonly string[];
  /** Likewise: `iam/getRole`. */
  readonly invokes: readonly string[];
}

/** The one list of what is generated. */
export const emulatedProviders: readonly EmulatedProvider[] = [
  {
    package: "@pulumi/aws",
    name: "aws",
    target: "emulators/aws/provider/generated/schema.ts",
    resources: [
      "iam/accessKey",
      "iam/policy",
      "iam/role",
      "iam/rolePolicy",
      "iam/rolePolicyAttachment",
      "iam/samlProvider",
      "iam/user",
      "iam/userPolicy",
    ],
    invokes: ["getCallerIdentity", "getPartition", "getRegion", "iam/getRole", "iam/getSamlProvider", "iam/getUser"],
  },
  {
    package: "@pulumi/azuread",
    name: "azuread",
    target: "emulators/entra/provider/generated/schema.ts",
    resources: [
      "appRoleAssignment",
      "applicationAppRole",
      "applicationFromTemplate",
      "applicationIdentifierUri",
      "claimsMappingPolicy",
      "conditionalAccessPolicy",
      "group",
      "groupMember",
      "namedLocation",
      "servicePrincipal",
      "servicePrincipalClaimsMappingPolicyAssignment",
      "servicePrincipalTokenSigningCertificate",
      "synchronizationJob",
      "synchronizationSecret",
      "user",
    ],
    invokes: ["getApplication", "getClientConfig", "getDirectoryObject", "getGroup", "getServicePrincipal", "getUser"],
  },
];
