import { type PartitionName, partitions } from "#core/aws";

/**
 * The identifier URI of an account's enterprise application: the AWS endpoint, and the account id as fragment.
 *
 * Identifier URIs are unique in a tenant; of gallery applications Entra strips the fragment from the audience, so that AWS
 * still sees its own endpoint. Source: Microsoft's tutorial for AWS Single-Account Access.
 */
export function entityId(accountId: string, partition: PartitionName = "aws"): string {
  return `${partitions[partition].samlEndpoint}#${accountId}`;
}

/** The audience that Entra writes for an identifier URI: everything before the fragment. */
export function audienceOf(identifierUri: string): string {
  return identifierUri.replace(/#.*$/su, "");
}
