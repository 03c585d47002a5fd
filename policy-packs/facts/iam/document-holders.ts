/** How a document is read: what its holder may do, who may become it, who may use it, or what an organisation allows. */
export type DocumentUse = "identity" | "trust" | "resource" | "organisation";

/** Where a type of resource has a policy document. */
export interface DocumentHolder {
  readonly type: string;
  readonly property: string;
  readonly use: DocumentUse;
  /** For a property that is a list of objects: where each of them has the document. */
  readonly each?: string;
  /** The provider fills the property in where the program leaves it out, so that unknown alone says nothing. */
  readonly computed?: true;
  /** Only these values of the resource's `type`, of which the first is the default, have an IAM document. */
  readonly kinds?: readonly string[];
}

const policy = (type: string, property = "policy"): DocumentHolder => ({ type, property, use: "resource" });
const computed = (type: string, property = "policy"): DocumentHolder => ({ ...policy(type, property), computed: true });

/**
 * Every property that holds a document in the grammar of IAM.
 *
 * Left out: documents in a grammar of their own (IoT, OpenSearch Serverless, lifecycle and data protection policies)
 * and session policies (Transfer Family), which give nothing by themselves.
 * Source: the provider's schema, https://www.pulumi.com/registry/packages/aws/api-docs/.
 */
export const documentHolders: readonly DocumentHolder[] = [
  { type: "aws:iam/role:Role", property: "assumeRolePolicy", use: "trust" },
  { type: "aws:iam/role:Role", property: "inlinePolicies", each: "policy", use: "identity", computed: true },
  { type: "aws:iam/policy:Policy", property: "policy", use: "identity" },
  { type: "aws:iam/rolePolicy:RolePolicy", property: "policy", use: "identity" },
  { type: "aws:iam/userPolicy:UserPolicy", property: "policy", use: "identity" },
  { type: "aws:iam/groupPolicy:GroupPolicy", property: "policy", use: "identity" },
  {
    type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    property: "inlinePolicy",
    use: "identity",
  },
  {
    type: "aws:organizations/policy:Policy",
    property: "content",
    use: "organisation",
    kinds: ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
  },
  policy("aws:acmpca/policy:Policy"),
  policy("aws:apigateway/restApiPolicy:RestApiPolicy"),
  computed("aws:apigateway/restApi:RestApi"),
  policy("aws:backup/vaultPolicy:VaultPolicy"),
  policy("aws:cloudwatch/eventBusPolicy:EventBusPolicy"),
  policy("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", "accessPolicy"),
  policy("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument"),
  policy("aws:codeartifact/domainPermissions:DomainPermissions", "policyDocument"),
  policy("aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy", "policyDocument"),
  policy("aws:codebuild/resourcePolicy:ResourcePolicy"),
  policy("aws:dynamodb/resourcePolicy:ResourcePolicy"),
  computed("aws:ec2/vpcEndpoint:VpcEndpoint"),
  computed("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy"),
  policy("aws:ecr/registryPolicy:RegistryPolicy"),
  policy("aws:ecr/repositoryPolicy:RepositoryPolicy"),
  policy("aws:ecrpublic/repositoryPolicy:RepositoryPolicy"),
  policy("aws:efs/fileSystemPolicy:FileSystemPolicy"),
  computed("aws:elasticsearch/domain:Domain", "accessPolicies"),
  policy("aws:elasticsearch/domainPolicy:DomainPolicy", "accessPolicies"),
  computed("aws:glacier/vault:Vault", "accessPolicy"),
  policy("aws:glacier/vaultLock:VaultLock"),
  policy("aws:glue/resourcePolicy:ResourcePolicy"),
  policy("aws:kinesis/resourcePolicy:ResourcePolicy"),
  computed("aws:kms/externalKey:ExternalKey"),
  computed("aws:kms/key:Key"),
  policy("aws:kms/keyPolicy:KeyPolicy"),
  computed("aws:kms/replicaExternalKey:ReplicaExternalKey"),
  computed("aws:kms/replicaKey:ReplicaKey"),
  policy("aws:lambda/resourcePolicy:ResourcePolicy"),
  policy("aws:mediastore/containerPolicy:ContainerPolicy"),
  policy("aws:msk/clusterPolicy:ClusterPolicy"),
  policy("aws:networkfirewall/resourcePolicy:ResourcePolicy"),
  policy("aws:opensearch/domainPolicy:DomainPolicy", "accessPolicies"),
  computed("aws:opensearch/domain:Domain", "accessPolicies"),
  policy("aws:organizations/resourcePolicy:ResourcePolicy", "content"),
  policy("aws:redshift/resourcePolicy:ResourcePolicy"),
  policy("aws:redshiftserverless/resourcePolicy:ResourcePolicy"),
  computed("aws:s3/accessPoint:AccessPoint"),
  computed("aws:s3/bucket:Bucket"),
  policy("aws:s3/bucketPolicy:BucketPolicy"),
  computed("aws:s3/bucketV2:BucketV2"),
  policy("aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy"),
  policy("aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy"),
  policy("aws:s3control/accessPointPolicy:AccessPointPolicy"),
  policy("aws:s3control/bucketPolicy:BucketPolicy"),
  policy("aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy"),
  policy("aws:s3tables/tableBucketPolicy:TableBucketPolicy", "resourcePolicy"),
  policy("aws:s3tables/tablePolicy:TablePolicy", "resourcePolicy"),
  policy("aws:schemas/registryPolicy:RegistryPolicy"),
  computed("aws:secretsmanager/secret:Secret"),
  policy("aws:secretsmanager/secretPolicy:SecretPolicy"),
  policy("aws:ses/identityPolicy:IdentityPolicy"),
  policy("aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy"),
  computed("aws:sns/topic:Topic"),
  policy("aws:sns/topicPolicy:TopicPolicy"),
  computed("aws:sqs/queue:Queue"),
  policy("aws:sqs/queuePolicy:QueuePolicy"),
  policy("aws:vpclattice/authPolicy:AuthPolicy"),
  policy("aws:vpclattice/resourcePolicy:ResourcePolicy"),
  policy("aws:xray/resourcePolicy:ResourcePolicy", "policyDocument"),
];
