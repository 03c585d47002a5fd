import type { EntraCloudName } from "#core/entra";

/** One role of a federation with all that stands for it in both clouds. */
export interface RoleFacts {
  roleName: string;
  roleArn: string;
  existingRole: boolean;
  /** Managed policies by name or ARN, and inline ones by name. */
  policies: readonly string[];
  group: {
    name: string;
    objectId: string;
    owners: readonly string[];
    existing: boolean;
    /** Those that the program adds, by its own keys. */
    members: readonly { key: string; objectId: string }[];
  };
  /** Absent while the provisioning service has not written it. */
  appRole?: { name: string; id: string; assignmentId: string; imported: boolean };
}

/** What a federation is made of, once the clouds have made it. */
export interface FederationFacts {
  cloud: EntraCloudName;
  application: {
    name: string;
    objectId: string;
    clientId: string;
    servicePrincipalObjectId: string;
    existing: boolean;
    /** Absent where it is an existing application's own. */
    identifierUri?: string;
    /** Empty while none is known. */
    certificateThumbprint: string;
    /** Whether the certificate was made elsewhere. */
    certificateGiven: boolean;
    /** Without an id where the claims are those of an existing application. */
    claimsPolicy: { name: string; id: string };
  };
  /** Absent while a certificate that is made by hand is awaited. */
  provider?: { name: string; arn: string; existing: boolean };
  boundary?: { arn: string };
  roles: readonly RoleFacts[];
  conditionalAccessPolicy?: { name: string; objectId: string };
  provisioning?: { userArn: string; existingUser: boolean; accessKeyId: string; jobId: string };
}
