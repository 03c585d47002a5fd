// Generated from the declarations and the JavaScript of @pulumi/azuread 6.9.1

// by tools/generate-provider-schemas.ts. A test makes it again and finds no difference.

import type { InvokeSchema, ProviderSchema, ResourceSchema } from "#emulators/wire/pulumi-provider";

export const providerSchema: ProviderSchema = {
  package: "azuread",
  version: "6.9.1",
  configuration: {
    adoPipelineServiceConnectionId: { type: "string" },
    clientCertificate: { type: "string" },
    clientCertificatePassword: { type: "string", secret: true },
    clientCertificatePath: { type: "string" },
    clientId: { type: "string", secret: true },
    clientIdFilePath: { type: "string" },
    clientSecret: { type: "string", secret: true },
    clientSecretFilePath: { type: "string" },
    disableTerraformPartnerId: { type: "boolean" },
    environment: { type: "string" },
    metadataHost: { type: "string" },
    msiEndpoint: { type: "string" },
    oidcRequestToken: { type: "string" },
    oidcRequestUrl: { type: "string" },
    oidcToken: { type: "string" },
    oidcTokenFilePath: { type: "string" },
    partnerId: { type: "string" },
    tenantId: { type: "string" },
    useAksWorkloadIdentity: { type: "boolean" },
    useCli: { type: "boolean" },
    useMsi: { type: "boolean" },
    useOidc: { type: "boolean" },
  },
};

export const appRoleAssignmentSchema: ResourceSchema = {
  token: "azuread:index/appRoleAssignment:AppRoleAssignment",
  inputs: {
    appRoleId: { type: "string", required: true },
    principalObjectId: { type: "string", required: true },
    resourceObjectId: { type: "string", required: true },
  },
  outputs: {
    appRoleId: { type: "string", required: true },
    principalDisplayName: { type: "string", required: true },
    principalObjectId: { type: "string", required: true },
    principalType: { type: "string", required: true },
    resourceDisplayName: { type: "string", required: true },
    resourceObjectId: { type: "string", required: true },
  },
};

export const applicationAppRoleSchema: ResourceSchema = {
  token: "azuread:index/applicationAppRole:ApplicationAppRole",
  inputs: {
    allowedMemberTypes: { type: { list: "string" }, required: true },
    applicationId: { type: "string", required: true },
    description: { type: "string", required: true },
    displayName: { type: "string", required: true },
    roleId: { type: "string", required: true },
    value: { type: "string" },
  },
  outputs: {
    allowedMemberTypes: { type: { list: "string" }, required: true },
    applicationId: { type: "string", required: true },
    description: { type: "string", required: true },
    displayName: { type: "string", required: true },
    roleId: { type: "string", required: true },
    value: { type: "string" },
  },
};

export const applicationFromTemplateSchema: ResourceSchema = {
  token: "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
  inputs: { displayName: { type: "string", required: true }, templateId: { type: "string", required: true } },
  outputs: {
    applicationId: { type: "string", required: true },
    applicationObjectId: { type: "string", required: true },
    displayName: { type: "string", required: true },
    servicePrincipalId: { type: "string", required: true },
    servicePrincipalObjectId: { type: "string", required: true },
    templateId: { type: "string", required: true },
  },
};

export const applicationIdentifierUriSchema: ResourceSchema = {
  token: "azuread:index/applicationIdentifierUri:ApplicationIdentifierUri",
  inputs: { applicationId: { type: "string", required: true }, identifierUri: { type: "string", required: true } },
  outputs: { applicationId: { type: "string", required: true }, identifierUri: { type: "string", required: true } },
};

export const claimsMappingPolicySchema: ResourceSchema = {
  token: "azuread:index/claimsMappingPolicy:ClaimsMappingPolicy",
  inputs: {
    definitions: { type: { list: "string" }, required: true },
    displayName: { type: "string", required: true },
  },
  outputs: {
    definitions: { type: { list: "string" }, required: true },
    displayName: { type: "string", required: true },
  },
};

export const conditionalAccessPolicySchema: ResourceSchema = {
  token: "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy",
  inputs: {
    conditions: {
      type: {
        object: {
          applications: {
            type: {
              object: {
                excludedApplications: { type: { list: "string" } },
                includedApplications: { type: { list: "string" } },
                includedUserActions: { type: { list: "string" } },
              },
            },
            required: true,
          },
          authenticationFlowTransferMethods: { type: { list: "string" } },
          clientAppTypes: { type: { list: "string" }, required: true },
          clientApplications: {
            type: {
              object: {
                excludedServicePrincipals: { type: { list: "string" } },
                filter: {
                  type: {
                    object: { mode: { type: "string", required: true }, rule: { type: "string", required: true } },
                  },
                },
                includedServicePrincipals: { type: { list: "string" } },
              },
            },
          },
          devices: {
            type: {
              object: {
                filter: {
                  type: {
                    object: { mode: { type: "string", required: true }, rule: { type: "string", required: true } },
                  },
                },
              },
            },
          },
          insiderRiskLevels: { type: "string" },
          locations: {
            type: {
              object: {
                excludedLocations: { type: { list: "string" } },
                includedLocations: { type: { list: "string" }, required: true },
              },
            },
          },
          platforms: {
            type: {
              object: {
                excludedPlatforms: { type: { list: "string" } },
                includedPlatforms: { type: { list: "string" }, required: true },
              },
            },
          },
          servicePrincipalRiskLevels: { type: { list: "string" } },
          signInRiskLevels: { type: { list: "string" } },
          userRiskLevels: { type: { list: "string" } },
          users: {
            type: {
              object: {
                excludedGroups: { type: { list: "string" } },
                excludedGuestsOrExternalUsers: {
                  type: {
                    list: {
                      object: {
                        externalTenants: {
                          type: {
                            list: {
                              object: {
                                members: { type: { list: "string" } },
                                membershipKind: { type: "string", required: true },
                              },
                            },
                          },
                        },
                        guestOrExternalUserTypes: { type: { list: "string" }, required: true },
                      },
                    },
                  },
                },
                excludedRoles: { type: { list: "string" } },
                excludedUsers: { type: { list: "string" } },
                includedGroups: { type: { list: "string" } },
                includedGuestsOrExternalUsers: {
                  type: {
                    list: {
                      object: {
                        externalTenants: {
                          type: {
                            list: {
                              object: {
                                members: { type: { list: "string" } },
                                membershipKind: { type: "string", required: true },
                              },
                            },
                          },
                        },
                        guestOrExternalUserTypes: { type: { list: "string" }, required: true },
                      },
                    },
                  },
                },
                includedRoles: { type: { list: "string" } },
                includedUsers: { type: { list: "string" } },
              },
            },
            required: true,
          },
        },
      },
      required: true,
    },
    displayName: { type: "string", required: true },
    grantControls: {
      type: {
        object: {
          authenticationStrengthPolicyId: { type: "string" },
          builtInControls: { type: { list: "string" } },
          customAuthenticationFactors: { type: { list: "string" } },
          operator: { type: "string", required: true },
          termsOfUses: { type: { list: "string" } },
        },
      },
    },
    sessionControls: {
      type: {
        object: {
          applicationEnforcedRestrictionsEnabled: { type: "boolean" },
          cloudAppSecurityPolicy: { type: "string" },
          disableResilienceDefaults: { type: "boolean" },
          persistentBrowserMode: { type: "string" },
          signInFrequency: { type: "number" },
          signInFrequencyAuthenticationType: { type: "string" },
          signInFrequencyInterval: { type: "string" },
          signInFrequencyPeriod: { type: "string" },
        },
      },
    },
    state: { type: "string", required: true },
  },
  outputs: {
    conditions: {
      type: {
        object: {
          applications: {
            type: {
              object: {
                excludedApplications: { type: { list: "string" } },
                includedApplications: { type: { list: "string" } },
                includedUserActions: { type: { list: "string" } },
              },
            },
            required: true,
          },
          authenticationFlowTransferMethods: { type: { list: "string" } },
          clientAppTypes: { type: { list: "string" }, required: true },
          clientApplications: {
            type: {
              object: {
                excludedServicePrincipals: { type: { list: "string" } },
                filter: {
                  type: {
                    object: { mode: { type: "string", required: true }, rule: { type: "string", required: true } },
                  },
                },
                includedServicePrincipals: { type: { list: "string" } },
              },
            },
          },
          devices: {
            type: {
              object: {
                filter: {
                  type: {
                    object: { mode: { type: "string", required: true }, rule: { type: "string", required: true } },
                  },
                },
              },
            },
          },
          insiderRiskLevels: { type: "string", required: true },
          locations: {
            type: {
              object: {
                excludedLocations: { type: { list: "string" } },
                includedLocations: { type: { list: "string" }, required: true },
              },
            },
          },
          platforms: {
            type: {
              object: {
                excludedPlatforms: { type: { list: "string" } },
                includedPlatforms: { type: { list: "string" }, required: true },
              },
            },
          },
          servicePrincipalRiskLevels: { type: { list: "string" } },
          signInRiskLevels: { type: { list: "string" } },
          userRiskLevels: { type: { list: "string" } },
          users: {
            type: {
              object: {
                excludedGroups: { type: { list: "string" } },
                excludedGuestsOrExternalUsers: {
                  type: {
                    list: {
                      object: {
                        externalTenants: {
                          type: {
                            list: {
                              object: {
                                members: { type: { list: "string" } },
                                membershipKind: { type: "string", required: true },
                              },
                            },
                          },
                        },
                        guestOrExternalUserTypes: { type: { list: "string" }, required: true },
                      },
                    },
                  },
                },
                excludedRoles: { type: { list: "string" } },
                excludedUsers: { type: { list: "string" } },
                includedGroups: { type: { list: "string" } },
                includedGuestsOrExternalUsers: {
                  type: {
                    list: {
                      object: {
                        externalTenants: {
                          type: {
                            list: {
                              object: {
                                members: { type: { list: "string" } },
                                membershipKind: { type: "string", required: true },
                              },
                            },
                          },
                        },
                        guestOrExternalUserTypes: { type: { list: "string" }, required: true },
                      },
                    },
                  },
                },
                includedRoles: { type: { list: "string" } },
                includedUsers: { type: { list: "string" } },
              },
            },
            required: true,
          },
        },
      },
      required: true,
    },
    displayName: { type: "string", required: true },
    grantControls: {
      type: {
        object: {
          authenticationStrengthPolicyId: { type: "string" },
          builtInControls: { type: { list: "string" } },
          customAuthenticationFactors: { type: { list: "string" } },
          operator: { type: "string", required: true },
          termsOfUses: { type: { list: "string" } },
        },
      },
    },
    objectId: { type: "string", required: true },
    sessionControls: {
      type: {
        object: {
          applicationEnforcedRestrictionsEnabled: { type: "boolean" },
          cloudAppSecurityPolicy: { type: "string" },
          disableResilienceDefaults: { type: "boolean" },
          persistentBrowserMode: { type: "string" },
          signInFrequency: { type: "number" },
          signInFrequencyAuthenticationType: { type: "string", required: true },
          signInFrequencyInterval: { type: "string", required: true },
          signInFrequencyPeriod: { type: "string" },
        },
      },
    },
    state: { type: "string", required: true },
  },
};

export const groupSchema: ResourceSchema = {
  token: "azuread:index/group:Group",
  inputs: {
    administrativeUnitIds: { type: { list: "string" } },
    assignableToRole: { type: "boolean" },
    autoSubscribeNewMembers: { type: "boolean" },
    behaviors: { type: { list: "string" } },
    description: { type: "string" },
    displayName: { type: "string", required: true },
    dynamicMembership: {
      type: { object: { enabled: { type: "boolean", required: true }, rule: { type: "string", required: true } } },
    },
    externalSendersAllowed: { type: "boolean" },
    hideFromAddressLists: { type: "boolean" },
    hideFromOutlookClients: { type: "boolean" },
    mailEnabled: { type: "boolean" },
    mailNickname: { type: "string" },
    members: { type: { list: "string" } },
    onpremisesGroupType: { type: "string" },
    owners: { type: { list: "string" } },
    preventDuplicateNames: { type: "boolean" },
    provisioningOptions: { type: { list: "string" } },
    securityEnabled: { type: "boolean" },
    theme: { type: "string" },
    types: { type: { list: "string" } },
    visibility: { type: "string" },
    writebackEnabled: { type: "boolean" },
  },
  outputs: {
    administrativeUnitIds: { type: { list: "string" } },
    assignableToRole: { type: "boolean" },
    autoSubscribeNewMembers: { type: "boolean", required: true },
    behaviors: { type: { list: "string" } },
    description: { type: "string" },
    displayName: { type: "string", required: true },
    dynamicMembership: {
      type: { object: { enabled: { type: "boolean", required: true }, rule: { type: "string", required: true } } },
    },
    externalSendersAllowed: { type: "boolean", required: true },
    hideFromAddressLists: { type: "boolean", required: true },
    hideFromOutlookClients: { type: "boolean", required: true },
    mail: { type: "string", required: true },
    mailEnabled: { type: "boolean" },
    mailNickname: { type: "string", required: true },
    members: { type: { list: "string" }, required: true },
    objectId: { type: "string", required: true },
    onpremisesDomainName: { type: "string", required: true },
    onpremisesGroupType: { type: "string", required: true },
    onpremisesNetbiosName: { type: "string", required: true },
    onpremisesSamAccountName: { type: "string", required: true },
    onpremisesSecurityIdentifier: { type: "string", required: true },
    onpremisesSyncEnabled: { type: "boolean", required: true },
    owners: { type: { list: "string" }, required: true },
    preferredLanguage: { type: "string", required: true },
    preventDuplicateNames: { type: "boolean" },
    provisioningOptions: { type: { list: "string" } },
    proxyAddresses: { type: { list: "string" }, required: true },
    securityEnabled: { type: "boolean" },
    theme: { type: "string" },
    types: { type: { list: "string" } },
    visibility: { type: "string", required: true },
    writebackEnabled: { type: "boolean" },
  },
};

export const groupMemberSchema: ResourceSchema = {
  token: "azuread:index/groupMember:GroupMember",
  inputs: { groupObjectId: { type: "string", required: true }, memberObjectId: { type: "string", required: true } },
  outputs: { groupObjectId: { type: "string", required: true }, memberObjectId: { type: "string", required: true } },
};

export const namedLocationSchema: ResourceSchema = {
  token: "azuread:index/namedLocation:NamedLocation",
  inputs: {
    country: {
      type: {
        object: {
          countriesAndRegions: { type: { list: "string" }, required: true },
          countryLookupMethod: { type: "string" },
          includeUnknownCountriesAndRegions: { type: "boolean" },
        },
      },
    },
    displayName: { type: "string", required: true },
    ip: { type: { object: { ipRanges: { type: { list: "string" }, required: true }, trusted: { type: "boolean" } } } },
  },
  outputs: {
    country: {
      type: {
        object: {
          countriesAndRegions: { type: { list: "string" }, required: true },
          countryLookupMethod: { type: "string" },
          includeUnknownCountriesAndRegions: { type: "boolean" },
        },
      },
    },
    displayName: { type: "string", required: true },
    ip: { type: { object: { ipRanges: { type: { list: "string" }, required: true }, trusted: { type: "boolean" } } } },
    objectId: { type: "string", required: true },
  },
};

export const servicePrincipalSchema: ResourceSchema = {
  token: "azuread:index/servicePrincipal:ServicePrincipal",
  inputs: {
    accountEnabled: { type: "boolean" },
    alternativeNames: { type: { list: "string" } },
    appRoleAssignmentRequired: { type: "boolean" },
    clientId: { type: "string", required: true },
    description: { type: "string" },
    featureTags: {
      type: {
        list: {
          object: {
            customSingleSignOn: { type: "boolean" },
            enterprise: { type: "boolean" },
            gallery: { type: "boolean" },
            hide: { type: "boolean" },
          },
        },
      },
    },
    features: {
      type: {
        list: {
          object: {
            customSingleSignOnApp: { type: "boolean" },
            enterpriseApplication: { type: "boolean" },
            galleryApplication: { type: "boolean" },
            visibleToUsers: { type: "boolean" },
          },
        },
      },
    },
    loginUrl: { type: "string" },
    notes: { type: "string" },
    notificationEmailAddresses: { type: { list: "string" } },
    owners: { type: { list: "string" } },
    preferredSingleSignOnMode: { type: "string" },
    samlSingleSignOn: { type: { object: { relayState: { type: "string" } } } },
    tags: { type: { list: "string" } },
    useExisting: { type: "boolean" },
  },
  outputs: {
    accountEnabled: { type: "boolean" },
    alternativeNames: { type: { list: "string" } },
    appRoleAssignmentRequired: { type: "boolean" },
    appRoleIds: { type: { map: "string" }, required: true },
    appRoles: {
      type: {
        list: {
          object: {
            allowedMemberTypes: { type: { list: "string" }, required: true },
            description: { type: "string", required: true },
            displayName: { type: "string", required: true },
            enabled: { type: "boolean", required: true },
            id: { type: "string", required: true },
            value: { type: "string", required: true },
          },
        },
      },
      required: true,
    },
    applicationTenantId: { type: "string", required: true },
    clientId: { type: "string", required: true },
    description: { type: "string" },
    displayName: { type: "string", required: true },
    featureTags: {
      type: {
        list: {
          object: {
            customSingleSignOn: { type: "boolean" },
            enterprise: { type: "boolean" },
            gallery: { type: "boolean" },
            hide: { type: "boolean" },
          },
        },
      },
      required: true,
    },
    features: {
      type: {
        list: {
          object: {
            customSingleSignOnApp: { type: "boolean" },
            enterpriseApplication: { type: "boolean" },
            galleryApplication: { type: "boolean" },
            visibleToUsers: { type: "boolean" },
          },
        },
      },
      required: true,
    },
    homepageUrl: { type: "string", required: true },
    loginUrl: { type: "string" },
    logoutUrl: { type: "string", required: true },
    notes: { type: "string" },
    notificationEmailAddresses: { type: { list: "string" } },
    oauth2PermissionScopeIds: { type: { map: "string" }, required: true },
    oauth2PermissionScopes: {
      type: {
        list: {
          object: {
            adminConsentDescription: { type: "string", required: true },
            adminConsentDisplayName: { type: "string", required: true },
            enabled: { type: "boolean", required: true },
            id: { type: "string", required: true },
            type: { type: "string", required: true },
            userConsentDescription: { type: "string", required: true },
            userConsentDisplayName: { type: "string", required: true },
            value: { type: "string", required: true },
          },
        },
      },
      required: true,
    },
    objectId: { type: "string", required: true },
    owners: { type: { list: "string" } },
    preferredSingleSignOnMode: { type: "string" },
    redirectUris: { type: { list: "string" }, required: true },
    samlMetadataUrl: { type: "string", required: true },
    samlSingleSignOn: { type: { object: { relayState: { type: "string" } } } },
    servicePrincipalNames: { type: { list: "string" }, required: true },
    signInAudience: { type: "string", required: true },
    tags: { type: { list: "string" }, required: true },
    type: { type: "string", required: true },
    useExisting: { type: "boolean" },
  },
};

export const servicePrincipalClaimsMappingPolicyAssignmentSchema: ResourceSchema = {
  token: "azuread:index/servicePrincipalClaimsMappingPolicyAssignment:ServicePrincipalClaimsMappingPolicyAssignment",
  inputs: {
    claimsMappingPolicyId: { type: "string", required: true },
    servicePrincipalId: { type: "string", required: true },
  },
  outputs: {
    claimsMappingPolicyId: { type: "string", required: true },
    servicePrincipalId: { type: "string", required: true },
  },
};

export const servicePrincipalTokenSigningCertificateSchema: ResourceSchema = {
  token: "azuread:index/servicePrincipalTokenSigningCertificate:ServicePrincipalTokenSigningCertificate",
  inputs: {
    displayName: { type: "string" },
    endDate: { type: "string" },
    servicePrincipalId: { type: "string", required: true },
  },
  outputs: {
    displayName: { type: "string", required: true },
    endDate: { type: "string", required: true },
    keyId: { type: "string", required: true },
    servicePrincipalId: { type: "string", required: true },
    startDate: { type: "string", required: true },
    thumbprint: { type: "string", required: true },
    value: { type: "string", required: true, secret: true },
  },
};

export const synchronizationJobSchema: ResourceSchema = {
  token: "azuread:index/synchronizationJob:SynchronizationJob",
  inputs: {
    enabled: { type: "boolean" },
    servicePrincipalId: { type: "string", required: true },
    templateId: { type: "string", required: true },
  },
  outputs: {
    enabled: { type: "boolean" },
    schedules: {
      type: {
        list: {
          object: {
            expiration: { type: "string", required: true },
            interval: { type: "string", required: true },
            state: { type: "string", required: true },
          },
        },
      },
      required: true,
    },
    servicePrincipalId: { type: "string", required: true },
    templateId: { type: "string", required: true },
  },
};

export const synchronizationSecretSchema: ResourceSchema = {
  token: "azuread:index/synchronizationSecret:SynchronizationSecret",
  inputs: {
    credentials: {
      type: {
        list: { object: { key: { type: "string", required: true }, value: { type: "string", required: true } } },
      },
    },
    servicePrincipalId: { type: "string", required: true },
  },
  outputs: {
    credentials: {
      type: {
        list: { object: { key: { type: "string", required: true }, value: { type: "string", required: true } } },
      },
    },
    servicePrincipalId: { type: "string", required: true },
  },
};

export const userSchema: ResourceSchema = {
  token: "azuread:index/user:User",
  inputs: {
    accountEnabled: { type: "boolean" },
    ageGroup: { type: "string" },
    businessPhones: { type: { list: "string" } },
    city: { type: "string" },
    companyName: { type: "string" },
    consentProvidedForMinor: { type: "string" },
    costCenter: { type: "string" },
    country: { type: "string" },
    department: { type: "string" },
    disablePasswordExpiration: { type: "boolean" },
    disableStrongPassword: { type: "boolean" },
    displayName: { type: "string", required: true },
    division: { type: "string" },
    employeeHireDate: { type: "string" },
    employeeId: { type: "string" },
    employeeType: { type: "string" },
    faxNumber: { type: "string" },
    forcePasswordChange: { type: "boolean" },
    givenName: { type: "string" },
    jobTitle: { type: "string" },
    mail: { type: "string" },
    mailNickname: { type: "string" },
    managerId: { type: "string" },
    mobilePhone: { type: "string" },
    officeLocation: { type: "string" },
    onpremisesImmutableId: { type: "string" },
    otherMails: { type: { list: "string" } },
    password: { type: "string", secret: true },
    postalCode: { type: "string" },
    preferredLanguage: { type: "string" },
    showInAddressList: { type: "boolean" },
    state: { type: "string" },
    streetAddress: { type: "string" },
    surname: { type: "string" },
    usageLocation: { type: "string" },
    userPrincipalName: { type: "string", required: true },
  },
  outputs: {
    aboutMe: { type: "string", required: true },
    accountEnabled: { type: "boolean" },
    ageGroup: { type: "string" },
    businessPhones: { type: { list: "string" }, required: true },
    city: { type: "string" },
    companyName: { type: "string" },
    consentProvidedForMinor: { type: "string" },
    costCenter: { type: "string" },
    country: { type: "string" },
    creationType: { type: "string", required: true },
    department: { type: "string" },
    disablePasswordExpiration: { type: "boolean" },
    disableStrongPassword: { type: "boolean" },
    displayName: { type: "string", required: true },
    division: { type: "string" },
    employeeHireDate: { type: "string" },
    employeeId: { type: "string" },
    employeeType: { type: "string" },
    externalUserState: { type: "string", required: true },
    faxNumber: { type: "string" },
    forcePasswordChange: { type: "boolean" },
    givenName: { type: "string" },
    imAddresses: { type: { list: "string" }, required: true },
    jobTitle: { type: "string" },
    mail: { type: "string", required: true },
    mailNickname: { type: "string", required: true },
    managerId: { type: "string" },
    mobilePhone: { type: "string" },
    objectId: { type: "string", required: true },
    officeLocation: { type: "string" },
    onpremisesDistinguishedName: { type: "string", required: true },
    onpremisesDomainName: { type: "string", required: true },
    onpremisesImmutableId: { type: "string", required: true },
    onpremisesSamAccountName: { type: "string", required: true },
    onpremisesSecurityIdentifier: { type: "string", required: true },
    onpremisesSyncEnabled: { type: "boolean", required: true },
    onpremisesUserPrincipalName: { type: "string", required: true },
    otherMails: { type: { list: "string" } },
    password: { type: "string", required: true, secret: true },
    postalCode: { type: "string" },
    preferredLanguage: { type: "string" },
    proxyAddresses: { type: { list: "string" }, required: true },
    showInAddressList: { type: "boolean" },
    state: { type: "string" },
    streetAddress: { type: "string" },
    surname: { type: "string" },
    usageLocation: { type: "string" },
    userPrincipalName: { type: "string", required: true },
    userType: { type: "string", required: true },
  },
};

export const getApplicationSchema: InvokeSchema = {
  token: "azuread:index/getApplication:getApplication",
  inputs: {
    clientId: { type: "string" },
    displayName: { type: "string" },
    identifierUri: { type: "string" },
    objectId: { type: "string" },
  },
  outputs: {
    apis: {
      type: {
        list: {
          object: {
            knownClientApplications: { type: { list: "string" }, required: true },
            mappedClaimsEnabled: { type: "boolean", required: true },
            oauth2PermissionScopes: {
              type: {
                list: {
                  object: {
                    adminConsentDescription: { type: "string", required: true },
                    adminConsentDisplayName: { type: "string", required: true },
                    enabled: { type: "boolean", required: true },
                    id: { type: "string", required: true },
                    type: { type: "string", required: true },
                    userConsentDescription: { type: "string", required: true },
                    userConsentDisplayName: { type: "string", required: true },
                    value: { type: "string", required: true },
                  },
                },
              },
              required: true,
            },
            requestedAccessTokenVersion: { type: "number", required: true },
          },
        },
      },
      required: true,
    },
    appRoleIds: { type: { map: "string" }, required: true },
    appRoles: {
      type: {
        list: {
          object: {
            allowedMemberTypes: { type: { list: "string" }, required: true },
            description: { type: "string", required: true },
            displayName: { type: "string", required: true },
            enabled: { type: "boolean", required: true },
            id: { type: "string", required: true },
            value: { type: "string", required: true },
          },
        },
      },
      required: true,
    },
    clientId: { type: "string", required: true },
    description: { type: "string", required: true },
    deviceOnlyAuthEnabled: { type: "boolean", required: true },
    disabledByMicrosoft: { type: "string", required: true },
    displayName: { type: "string", required: true },
    fallbackPublicClientEnabled: { type: "boolean", required: true },
    featureTags: {
      type: {
        list: {
          object: {
            customSingleSignOn: { type: "boolean" },
            enterprise: { type: "boolean" },
            gallery: { type: "boolean" },
            hide: { type: "boolean" },
          },
        },
      },
      required: true,
    },
    groupMembershipClaims: { type: { list: "string" }, required: true },
    id: { type: "string", required: true },
    identifierUri: { type: "string", required: true },
    identifierUris: { type: { list: "string" }, required: true },
    logoUrl: { type: "string", required: true },
    marketingUrl: { type: "string", required: true },
    notes: { type: "string", required: true },
    oauth2PermissionScopeIds: { type: { map: "string" }, required: true },
    oauth2PostResponseRequired: { type: "boolean", required: true },
    objectId: { type: "string", required: true },
    optionalClaims: {
      type: {
        list: {
          object: {
            accessTokens: {
              type: {
                list: {
                  object: {
                    additionalProperties: { type: { list: "string" } },
                    essential: { type: "boolean" },
                    name: { type: "string", required: true },
                    source: { type: "string" },
                  },
                },
              },
            },
            idTokens: {
              type: {
                list: {
                  object: {
                    additionalProperties: { type: { list: "string" } },
                    essential: { type: "boolean" },
                    name: { type: "string", required: true },
                    source: { type: "string" },
                  },
                },
              },
            },
            saml2Tokens: {
              type: {
                list: {
                  object: {
                    additionalProperties: { type: { list: "string" } },
                    essential: { type: "boolean" },
                    name: { type: "string", required: true },
                    source: { type: "string" },
                  },
                },
              },
            },
          },
        },
      },
      required: true,
    },
    owners: { type: { list: "string" }, required: true },
    privacyStatementUrl: { type: "string", required: true },
    publicClients: {
      type: { list: { object: { redirectUris: { type: { list: "string" }, required: true } } } },
      required: true,
    },
    publisherDomain: { type: "string", required: true },
    requiredResourceAccesses: {
      type: {
        list: {
          object: {
            resourceAccesses: {
              type: {
                list: { object: { id: { type: "string", required: true }, type: { type: "string", required: true } } },
              },
              required: true,
            },
            resourceAppId: { type: "string", required: true },
          },
        },
      },
      required: true,
    },
    serviceManagementReference: { type: "string", required: true },
    signInAudience: { type: "string", required: true },
    singlePageApplications: {
      type: { list: { object: { redirectUris: { type: { list: "string" }, required: true } } } },
      required: true,
    },
    supportUrl: { type: "string", required: true },
    tags: { type: { list: "string" }, required: true },
    termsOfServiceUrl: { type: "string", required: true },
    webs: {
      type: {
        list: {
          object: {
            homepageUrl: { type: "string", required: true },
            implicitGrants: {
              type: {
                list: {
                  object: {
                    accessTokenIssuanceEnabled: { type: "boolean", required: true },
                    idTokenIssuanceEnabled: { type: "boolean", required: true },
                  },
                },
              },
              required: true,
            },
            logoutUrl: { type: "string", required: true },
            redirectUris: { type: { list: "string" }, required: true },
          },
        },
      },
      required: true,
    },
  },
};

export const getClientConfigSchema: InvokeSchema = {
  token: "azuread:index/getClientConfig:getClientConfig",
  inputs: {},
  outputs: {
    clientId: { type: "string", required: true },
    id: { type: "string", required: true },
    objectId: { type: "string", required: true },
    tenantId: { type: "string", required: true },
  },
};

export const getDirectoryObjectSchema: InvokeSchema = {
  token: "azuread:index/getDirectoryObject:getDirectoryObject",
  inputs: { objectId: { type: "string", required: true } },
  outputs: {
    id: { type: "string", required: true },
    objectId: { type: "string", required: true },
    type: { type: "string", required: true },
  },
};

export const getGroupSchema: InvokeSchema = {
  token: "azuread:index/getGroup:getGroup",
  inputs: {
    displayName: { type: "string" },
    includeTransitiveMembers: { type: "boolean" },
    mailEnabled: { type: "boolean" },
    mailNickname: { type: "string" },
    objectId: { type: "string" },
    securityEnabled: { type: "boolean" },
  },
  outputs: {
    assignableToRole: { type: "boolean", required: true },
    autoSubscribeNewMembers: { type: "boolean", required: true },
    behaviors: { type: { list: "string" }, required: true },
    description: { type: "string", required: true },
    displayName: { type: "string", required: true },
    dynamicMemberships: {
      type: {
        list: { object: { enabled: { type: "boolean", required: true }, rule: { type: "string", required: true } } },
      },
      required: true,
    },
    externalSendersAllowed: { type: "boolean", required: true },
    hideFromAddressLists: { type: "boolean", required: true },
    hideFromOutlookClients: { type: "boolean", required: true },
    id: { type: "string", required: true },
    includeTransitiveMembers: { type: "boolean" },
    mail: { type: "string", required: true },
    mailEnabled: { type: "boolean", required: true },
    mailNickname: { type: "string", required: true },
    members: { type: { list: "string" }, required: true },
    objectId: { type: "string", required: true },
    onpremisesDomainName: { type: "string", required: true },
    onpremisesGroupType: { type: "string", required: true },
    onpremisesNetbiosName: { type: "string", required: true },
    onpremisesSamAccountName: { type: "string", required: true },
    onpremisesSecurityIdentifier: { type: "string", required: true },
    onpremisesSyncEnabled: { type: "boolean", required: true },
    owners: { type: { list: "string" }, required: true },
    preferredLanguage: { type: "string", required: true },
    provisioningOptions: { type: { list: "string" }, required: true },
    proxyAddresses: { type: { list: "string" }, required: true },
    securityEnabled: { type: "boolean", required: true },
    theme: { type: "string", required: true },
    types: { type: { list: "string" }, required: true },
    visibility: { type: "string", required: true },
    writebackEnabled: { type: "boolean", required: true },
  },
};

export const getServicePrincipalSchema: InvokeSchema = {
  token: "azuread:index/getServicePrincipal:getServicePrincipal",
  inputs: { clientId: { type: "string" }, displayName: { type: "string" }, objectId: { type: "string" } },
  outputs: {
    accountEnabled: { type: "boolean", required: true },
    alternativeNames: { type: { list: "string" }, required: true },
    appRoleAssignmentRequired: { type: "boolean", required: true },
    appRoleIds: { type: { map: "string" }, required: true },
    appRoles: {
      type: {
        list: {
          object: {
            allowedMemberTypes: { type: { list: "string" }, required: true },
            description: { type: "string", required: true },
            displayName: { type: "string", required: true },
            enabled: { type: "boolean", required: true },
            id: { type: "string", required: true },
            value: { type: "string", required: true },
          },
        },
      },
      required: true,
    },
    applicationTenantId: { type: "string", required: true },
    clientId: { type: "string", required: true },
    description: { type: "string", required: true },
    displayName: { type: "string", required: true },
    featureTags: {
      type: {
        list: {
          object: {
            customSingleSignOn: { type: "boolean", required: true },
            enterprise: { type: "boolean", required: true },
            gallery: { type: "boolean", required: true },
            hide: { type: "boolean", required: true },
          },
        },
      },
      required: true,
    },
    features: {
      type: {
        list: {
          object: {
            customSingleSignOnApp: { type: "boolean", required: true },
            enterpriseApplication: { type: "boolean", required: true },
            galleryApplication: { type: "boolean", required: true },
            visibleToUsers: { type: "boolean", required: true },
          },
        },
      },
      required: true,
    },
    homepageUrl: { type: "string", required: true },
    id: { type: "string", required: true },
    loginUrl: { type: "string", required: true },
    logoutUrl: { type: "string", required: true },
    notes: { type: "string", required: true },
    notificationEmailAddresses: { type: { list: "string" }, required: true },
    oauth2PermissionScopeIds: { type: { map: "string" }, required: true },
    oauth2PermissionScopes: {
      type: {
        list: {
          object: {
            adminConsentDescription: { type: "string", required: true },
            adminConsentDisplayName: { type: "string", required: true },
            enabled: { type: "boolean", required: true },
            id: { type: "string", required: true },
            type: { type: "string", required: true },
            userConsentDescription: { type: "string", required: true },
            userConsentDisplayName: { type: "string", required: true },
            value: { type: "string", required: true },
          },
        },
      },
      required: true,
    },
    objectId: { type: "string", required: true },
    preferredSingleSignOnMode: { type: "string", required: true },
    redirectUris: { type: { list: "string" }, required: true },
    samlMetadataUrl: { type: "string", required: true },
    samlSingleSignOns: {
      type: { list: { object: { relayState: { type: "string", required: true } } } },
      required: true,
    },
    servicePrincipalNames: { type: { list: "string" }, required: true },
    signInAudience: { type: "string", required: true },
    tags: { type: { list: "string" }, required: true },
    type: { type: "string", required: true },
  },
};

export const getUserSchema: InvokeSchema = {
  token: "azuread:index/getUser:getUser",
  inputs: {
    employeeId: { type: "string" },
    mail: { type: "string" },
    mailNickname: { type: "string" },
    objectId: { type: "string" },
    userPrincipalName: { type: "string" },
  },
  outputs: {
    accountEnabled: { type: "boolean", required: true },
    ageGroup: { type: "string", required: true },
    businessPhones: { type: { list: "string" }, required: true },
    city: { type: "string", required: true },
    companyName: { type: "string", required: true },
    consentProvidedForMinor: { type: "string", required: true },
    costCenter: { type: "string", required: true },
    country: { type: "string", required: true },
    creationType: { type: "string", required: true },
    department: { type: "string", required: true },
    displayName: { type: "string", required: true },
    division: { type: "string", required: true },
    employeeHireDate: { type: "string", required: true },
    employeeId: { type: "string", required: true },
    employeeType: { type: "string", required: true },
    externalUserState: { type: "string", required: true },
    faxNumber: { type: "string", required: true },
    givenName: { type: "string", required: true },
    id: { type: "string", required: true },
    imAddresses: { type: { list: "string" }, required: true },
    jobTitle: { type: "string", required: true },
    mail: { type: "string", required: true },
    mailNickname: { type: "string", required: true },
    managerId: { type: "string", required: true },
    mobilePhone: { type: "string", required: true },
    objectId: { type: "string", required: true },
    officeLocation: { type: "string", required: true },
    onpremisesDistinguishedName: { type: "string", required: true },
    onpremisesDomainName: { type: "string", required: true },
    onpremisesImmutableId: { type: "string", required: true },
    onpremisesSamAccountName: { type: "string", required: true },
    onpremisesSecurityIdentifier: { type: "string", required: true },
    onpremisesSyncEnabled: { type: "boolean", required: true },
    onpremisesUserPrincipalName: { type: "string", required: true },
    otherMails: { type: { list: "string" }, required: true },
    postalCode: { type: "string", required: true },
    preferredLanguage: { type: "string", required: true },
    proxyAddresses: { type: { list: "string" }, required: true },
    showInAddressList: { type: "boolean", required: true },
    state: { type: "string", required: true },
    streetAddress: { type: "string", required: true },
    surname: { type: "string", required: true },
    usageLocation: { type: "string", required: true },
    userPrincipalName: { type: "string", required: true },
    userType: { type: "string", required: true },
  },
};
