import type * as pulumi from "@pulumi/pulumi";

/** An enterprise application, whether it was made or found. */
export interface ApplicationParts {
  applicationId: pulumi.Output<string>;
  applicationObjectId: pulumi.Output<string>;
  clientId: pulumi.Output<string>;
  displayName: pulumi.Output<string>;
  servicePrincipalId: pulumi.Output<string>;
  servicePrincipalObjectId: pulumi.Output<string>;
  /** Where it lets responses be sent. */
  replyUrls: pulumi.Output<string[]>;
  /** Empty where the claims are not this program's. */
  claimsPolicyId: pulumi.Output<string>;
  /** The certificate that Graph has made. */
  certificate?: { thumbprint: pulumi.Output<string>; value: pulumi.Output<string> };
}
