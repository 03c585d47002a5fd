import { getApplicationOutput } from "@pulumi/azuread/getApplication";
import { getServicePrincipalOutput } from "@pulumi/azuread/getServicePrincipal";
import * as pulumi from "@pulumi/pulumi";
import { isSamlEndpoint, partitions } from "#core/aws";
import { audienceOf, entityId } from "#core/entra";
import { error, shown, warning } from "#core/problems";
import { partitionOf } from "../account-checks";
import { heldByStackProblems, holderOf } from "../held-by-stack";
import type { Problem } from "../../core/problems";
import type { AccountArgs } from "../account";

/** An enterprise application that is there already, as it was found. */
export interface FoundApplication {
  applicationId: string;
  applicationObjectId: string;
  clientId: string;
  displayName: string;
  servicePrincipalId: string;
  servicePrincipalObjectId: string;
  identifierUris: string[];
  replyUrls: string[];
  singleSignOnMode: string;
  assignmentRequired: boolean;
  /** URN by which the stack itself holds it. */
  holder?: string;
}

/** Reads an application and its service principal by the application's object id; Entra's error where there is none. */
export function lookUpApplication(
  objectId: pulumi.Input<string>,
  options: pulumi.InvokeOptions,
): pulumi.Output<FoundApplication> {
  const application = getApplicationOutput({ objectId }, options);
  const servicePrincipal = getServicePrincipalOutput({ clientId: application.clientId }, options);
  return pulumi
    .all([application, servicePrincipal, holderOf("application", objectId)])
    .apply(([found, principal, holder]) => ({
      applicationId: found.id,
      applicationObjectId: found.objectId,
      clientId: found.clientId,
      displayName: found.displayName,
      servicePrincipalId: principal.id,
      servicePrincipalObjectId: principal.objectId,
      identifierUris: found.identifierUris,
      replyUrls: found.webs.flatMap(({ redirectUris }) => redirectUris),
      singleSignOnMode: principal.preferredSingleSignOnMode,
      assignmentRequired: principal.appRoleAssignmentRequired,
      holder,
    }));
}

/** What keeps an application from signing people in to the account; none of it is changed here. */
export function existingApplicationProblems(
  found: FoundApplication,
  account: AccountArgs,
  property = "existingApplicationObjectId",
): Problem[] {
  const partition = partitionOf(account);
  const { samlAudiences, samlEndpoint } = partitions[partition];
  const name = `${shown(found.displayName)} (client id ${found.clientId})`;
  const refused = (code: string, given: string, expected: string): Problem =>
    error({ code, property, given: `${name}, ${given}`, expected, remedy: "set it on its single sign-on page" });
  const isIdentified = found.identifierUris.some((uri) => samlAudiences.includes(audienceOf(uri)));
  return [
    ...heldByStackProblems(found.holder, found.applicationObjectId, property),
    ...(found.singleSignOnMode === "saml"
      ? []
      : [
          refused(
            "existing-application-not-saml",
            `in mode ${shown(found.singleSignOnMode)}`,
            "single sign-on by SAML",
          ),
        ]),
    ...(isIdentified
      ? []
      : [
          refused(
            "existing-application-identifier",
            `identified by ${shown(found.identifierUris)}`,
            `an identifier that AWS takes as audience, such as ${entityId(account.id, partition)}`,
          ),
        ]),
    ...(found.replyUrls.some((url) => isSamlEndpoint(partition, url))
      ? []
      : [
          refused(
            "existing-application-reply-url",
            `with the reply URLs ${shown(found.replyUrls)}`,
            `${samlEndpoint}, which is what AWS takes as Recipient`,
          ),
        ]),
    ...(found.assignmentRequired ? [] : [openApplication(name, property)]),
  ];
}

function openApplication(name: string, property: string): Problem {
  return warning({
    code: "existing-application-open",
    property,
    given: `${name}, which needs no assignment`,
    expected: "assignment required: others would come to AWS with no role, and be refused there",
  });
}
