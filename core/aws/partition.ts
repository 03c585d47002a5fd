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
  /** Whether Entra's provisioning can import this partition's roles. */
  supportsRoleImport: boolean;
}

/**
 * All partitions.
 *
 * Sources: AWS IAM user guide, “Configure SAML assertions for the authentication response”, “Regions and endpoints”;
 * Microsoft's tutorial for AWS Single-Account Access (role import: not in China). The `urn:` audiences outside `aws`
 * are the entity ids of the partitions' own SAML metadata.
 */
export const partitions: Readonly<Record<PartitionName, Partition>> = {
  aws: {
    name: "aws",
    samlEndpoint: "https://signin.aws.amazon.com/saml",
    samlAudiences: ["https://signin.aws.amazon.com/saml", "urn:amazon:webservices"],
    stsEndpointPattern: "https://sts.{region}.amazonaws.com",
    consoleHome: "https://console.aws.amazon.com/",
    globalRegion: "us-east-1",
    supportsRoleImport: true,
  },
  "aws-us-gov": {
    name: "aws-us-gov",
    samlEndpoint: "https://signin.amazonaws-us-gov.com/saml",
    samlAudiences: ["https://signin.amazonaws-us-gov.com/saml", "urn:amazon:webservices:govcloud"],
    stsEndpointPattern: "https://sts.{region}.amazonaws.com",
    consoleHome: "https://console.amazonaws-us-gov.com/",
    globalRegion: "us-gov-west-1",
    supportsRoleImport: true,
  },
  "aws-cn": {
    name: "aws-cn",
    samlEndpoint: "https://signin.amazonaws.cn/saml",
    samlAudiences: ["https://signin.amazonaws.cn/saml", "urn:amazon:webservices:cn-north-1"],
    stsEndpointPattern: "https://sts.{region}.amazonaws.com.cn",
    consoleHome: "https://console.amazonaws.cn/",
    globalRegion: "cn-north-1",
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

/**
 * Whether a SAML response may be sent to this URL: the partition's own endpoint, or in partition aws that of a region
 * (`https://eu-west-1.signin.aws.amazon.com/saml`). Source: AWS IAM user guide.
 */
export function isSamlEndpoint(partition: PartitionName, url: string): boolean {
  if (url === partitions[partition].samlEndpoint) return true;
  return partition === "aws" && /^https:\/\/[a-z]{2}(-[a-z]+)+-\d\.signin\.aws\.amazon\.com\/saml$/.test(url);
}
