/** A part of AWS with its own accounts, identities and endpoints. */
export type PartitionName = "aws" | "aws-us-gov" | "aws-cn";

export interface Partition {
  name: PartitionName;
  /** Where a browser posts the SAML response: the Recipient, hence `SAML:aud` in a trust policy. */
  samlEndpoint: string;
  /** What the Audience of an assertion may be. */
  samlAudiences: readonly string[];
  /** STS in a region; `{region}` stands for it. */
  stsEndpointPattern: string;
  consoleHome: string;
  /** The region of what has none, such as IAM. */
  globalRegion: string;
  /** What the partition's regions begin with. */
  regionPrefixes: readonly string[];
  /** A region's own SAML endpoint; `{region}` stands for it. */
  regionalSamlEndpointPattern: string;
  /** Whether Entra's provisioning can import this partition's roles. */
  supportsRoleImport: boolean;
}

/**
 * All partitions.
 *
 * Sources. SAML endpoints: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html,
 * for GovCloud https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-iam.html, for China the same page on
 * docs.amazonaws.cn. Audiences `urn:…`: the entity ids of the partitions' own SAML metadata; GovCloud's stands on the
 * page named above. STS: https://docs.aws.amazon.com/general/latest/gr/sts.html. Role import: Microsoft's tutorial for AWS
 * Single-Account Access, “Known issues”, which excludes China; earlier editions excluded GovCloud, too.
 */
export const partitions: Readonly<Record<PartitionName, Partition>> = {
  aws: {
    name: "aws",
    samlEndpoint: "https://signin.aws.amazon.com/saml",
    samlAudiences: ["https://signin.aws.amazon.com/saml", "urn:amazon:webservices"],
    stsEndpointPattern: "https://sts.{region}.amazonaws.com",
    consoleHome: "https://console.aws.amazon.com/",
    globalRegion: "us-east-1",
    regionPrefixes: ["af-", "ap-", "ca-", "eu-", "il-", "me-", "mx-", "sa-", "us-east-", "us-west-"],
    regionalSamlEndpointPattern: "https://{region}.signin.aws.amazon.com/saml",
    supportsRoleImport: true,
  },
  "aws-us-gov": {
    name: "aws-us-gov",
    samlEndpoint: "https://signin.amazonaws-us-gov.com/saml",
    samlAudiences: ["https://signin.amazonaws-us-gov.com/saml", "urn:amazon:webservices:govcloud"],
    stsEndpointPattern: "https://sts.{region}.amazonaws.com",
    consoleHome: "https://console.amazonaws-us-gov.com/",
    globalRegion: "us-gov-west-1",
    regionPrefixes: ["us-gov-"],
    regionalSamlEndpointPattern: "https://{region}.signin.amazonaws-us-gov.com/saml",
    supportsRoleImport: true,
  },
  "aws-cn": {
    name: "aws-cn",
    samlEndpoint: "https://signin.amazonaws.cn/saml",
    samlAudiences: ["https://signin.amazonaws.cn/saml", "urn:amazon:webservices:cn-north-1"],
    stsEndpointPattern: "https://sts.{region}.amazonaws.com.cn",
    consoleHome: "https://console.amazonaws.cn/",
    globalRegion: "cn-north-1",
    regionPrefixes: ["cn-"],
    regionalSamlEndpointPattern: "https://{region}.signin.amazonaws.cn/saml",
    supportsRoleImport: false,
  },
};

export function isPartitionName(name: string): name is PartitionName {
  return Object.hasOwn(partitions, name);
}

/** The STS endpoint of a region. */
export function stsEndpoint(partition: PartitionName, region: string): string {
  return partitions[partition].stsEndpointPattern.replace("{region}", () => region);
}

/** Whether a region is one of the partition's, as far as names tell. */
export function isRegionOf(partition: PartitionName, region: string): boolean {
  return partitions[partition].regionPrefixes.some((prefix) => region.startsWith(prefix));
}

/**
 * Whether a SAML response may be sent to this URL: the partition's own endpoint, or that of one of its regions
 * (`https://eu-west-1.signin.aws.amazon.com/saml`). Sources: AWS IAM user guide;
 * https://docs.aws.amazon.com/general/latest/gr/signin-service.html;
 * https://docs.amazonaws.cn/en_us/IAM/latest/UserGuide/id_roles_providers_create_saml_relying-party.html.
 */
export function isSamlEndpoint(partition: PartitionName, url: string): boolean {
  const { samlEndpoint, regionalSamlEndpointPattern } = partitions[partition];
  if (url === samlEndpoint) return true;
  const [before = "", after = ""] = regionalSamlEndpointPattern.split("{region}");
  if (!url.startsWith(before) || !url.endsWith(after)) return false;
  const region = url.slice(before.length, url.length - after.length);
  return /^[a-z]{2}(-[a-z]+)+-\d$/.test(region) && isRegionOf(partition, region);
}
