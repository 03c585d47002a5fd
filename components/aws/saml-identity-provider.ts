import { SamlProvider } from "@pulumi/aws/iam/samlProvider";
import * as pulumi from "@pulumi/pulumi";
import { arnProblems, samlProviderArn, samlProviderNameProblems, tagProblems } from "#core/aws";
import { nameOf } from "#core/naming";
import { metadataProblems, parseMetadata } from "#core/saml/metadata";
import { accountProblems, arnOf, ownerOf } from "../account-checks";
import { heldByStackProblems } from "../held-by-stack";
import { isPlain, plainEntries, refuse, warn } from "../refusal";
import { settingsOfExistingProblems } from "../setting-problems";
import { entraMetadata } from "./entra-metadata";
import { existingSamlProviderProblems, lookUpSamlProvider } from "./existing-saml-provider";
import type { Problem } from "../../core/problems";
import type { AccountArgs } from "../account";

/** What a SAML identity provider of an AWS account is made from. */
export interface SamlIdentityProviderArgs {
  /** The account in which the provider is made. */
  account: AccountArgs;
  /**
   * The provider's name, 1…128 letters, digits and `._-`.
   * @default "EntraID"
   */
  providerName?: string;
  /**
   * The identity provider's metadata: that of an `EnterpriseApplication`, or a document given by hand. Documents of Entra
   * are compared by what they say (issuer, certificates, endpoints): another download of the same, with its new id and
   * signature, changes nothing.
   */
  metadataXml: pulumi.Input<string>;
  /**
   * ARN of a SAML provider that is there already, taken instead of making one: it has to know issuer and certificates of
   * `metadataXml`. It is not changed, and never deleted; `providerName` and `tags` are refused beside it.
   * @default a new provider
   */
  existingSamlProviderArn?: string;
  /** Tags of the provider. */
  tags?: Record<string, pulumi.Input<string>>;
}

/** Checks the arguments and computes the names. Pure: `now` decides which certificates and documents are past their date. */
export function planSamlIdentityProvider(instance: string, args: SamlIdentityProviderArgs, now: Date) {
  const problems = [...accountProblems(args.account), ...samlIdentityProviderProblems(args, now)];
  const warnings = refuse("SamlIdentityProvider", instance, problems);
  const existing = args.existingSamlProviderArn;
  const providerName =
    existing === undefined
      ? (args.providerName ?? nameOf("samlProvider", {}))
      : existing.slice(existing.indexOf("/") + 1);
  return { warnings, providerName, arn: samlProviderArn({ ...ownerOf(args.account), name: providerName }) };
}

/** What is wrong with the arguments, the account apart. */
export function samlIdentityProviderProblems(args: SamlIdentityProviderArgs, now: Date): Problem[] {
  return [
    ...(args.providerName === undefined ? [] : samlProviderNameProblems(args.providerName, "providerName")),
    ...(isPlain(args.metadataXml) ? metadataProblems(args.metadataXml, now, "metadataXml") : []),
    ...tagProblems(Object.fromEntries(plainEntries(args.tags)), "tags"),
    ...existingProblems(args),
  ];
}

function existingProblems({ existingSamlProviderArn: arn, account, providerName, tags }: SamlIdentityProviderArgs) {
  if (arn === undefined) return [];
  return [
    ...arnProblems(arn, arnOf(account, "saml-provider"), "existingSamlProviderArn"),
    ...settingsOfExistingProblems({ providerName, tags }, "existingSamlProviderArn"),
  ];
}

/** The SAML identity provider in an AWS account that trusts one Entra enterprise application (article: “Configure AWS SSO”). */
export class SamlIdentityProvider extends pulumi.ComponentResource {
  /** ARN of the provider; computed from account id and name, so known at preview. */
  readonly arn: pulumi.Output<string>;
  /** Name of the provider. */
  readonly providerName: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: SamlIdentityProviderArgs, opts?: pulumi.ComponentResourceOptions) {
    const now = new Date();
    const plan = planSamlIdentityProvider(name, args, now);
    // The document stands in the state once, with the provider that holds it.
    const { metadataXml, ...recorded } = args;
    super("entra-aws:index:SamlIdentityProvider", name, recorded, opts);
    warn("SamlIdentityProvider", name, plan.warnings, this);
    const judgeMetadata = (xml: string): void => {
      const problems = metadataProblems(xml, now, "metadataXml");
      warn("SamlIdentityProvider", name, refuse("SamlIdentityProvider", name, problems), this);
    };

    const metadata = pulumi.output(metadataXml).apply((xml) => {
      // An existing provider is held against it; where no certificate is known, there is nothing to hold it against.
      if (args.existingSamlProviderArn !== undefined && xml === "") return xml;
      // A plain document was judged by the plan; one that arrives later is judged here.
      if (!isPlain(args.metadataXml)) judgeMetadata(xml);
      return entraMetadata(xml);
    });
    this.providerName =
      args.existingSamlProviderArn === undefined
        ? new SamlProvider(
            `${name}-provider`,
            { name: plan.providerName, samlMetadataDocument: metadata, tags: args.tags },
            { parent: this },
          ).name
        : takeExistingProvider(name, args.existingSamlProviderArn, metadata, this).apply(() => plan.providerName);
    // Through the provider's name, so that whoever uses the ARN waits for the provider.
    this.arn = this.providerName.apply(() => plan.arn);
    this.registerOutputs({ arn: this.arn, providerName: this.providerName });
  }
}

/** Registers nothing: reads the provider that is there, and holds it against the metadata that it has to know. */
function takeExistingProvider(
  name: string,
  arn: string,
  metadata: pulumi.Output<string>,
  parent: pulumi.Resource,
): pulumi.Output<void> {
  return pulumi.all([lookUpSamlProvider(arn, { parent }), metadata]).apply(([found, expected]) => {
    refuse("SamlIdentityProvider", name, heldByStackProblems(found.holder, arn, "existingSamlProviderArn"));
    const parsed = parseMetadata(expected);
    if ("problems" in parsed) return;
    const { entityId: issuer, certificates } = parsed.metadata;
    refuse("SamlIdentityProvider", name, existingSamlProviderProblems(found, { issuer, certificates }));
  });
}
