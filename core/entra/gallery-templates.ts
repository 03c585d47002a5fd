import { partitions } from "#core/aws";

/** What an application looks like right after it was made from its gallery template. */
export interface GalleryTemplate {
  /** Pinned: display names change, this one did. */
  id: string;
  displayName: string;
  replyUrl: string;
  homepage: string;
  /** Tags of the service principal; the first makes it an enterprise application in the portal and in My Apps. */
  tags: readonly string[];
  appRoleAssignmentRequired: boolean;
  /** The app role that every instance has from birth. */
  defaultAppRole: { displayName: string; description: string };
  /** Id of the provisioning template, case as Graph wants it. */
  synchronizationTemplateId: string;
}

/** Source: Graph documentation, application-provisioning-configuration-api and application-saml-sso-configure-api. */
export const galleryTemplates = {
  /** Formerly “Amazon Web Services (AWS)”. */
  awsSingleAccountAccess: {
    id: "8b1025e4-1dd2-430b-a150-2ef79cd700f5",
    displayName: "AWS Single-Account Access",
    replyUrl: partitions.aws.samlEndpoint,
    homepage: "https://signin.aws.amazon.com/saml?metadata=aws|ISV9.1|primary|z",
    tags: ["WindowsAzureActiveDirectoryIntegratedApp"],
    appRoleAssignmentRequired: true,
    defaultAppRole: { displayName: "msiam_access", description: "msiam_access" },
    synchronizationTemplateId: "aws",
  },
} as const satisfies Record<string, GalleryTemplate>;

/** The tag that hides an application's tile in My Apps. */
export const hideAppTag = "HideApp";

/** The role of an assignment where an application has no roles of its own. Source: azuread documentation. */
export const defaultAccessRoleId = "00000000-0000-0000-0000-000000000000";
