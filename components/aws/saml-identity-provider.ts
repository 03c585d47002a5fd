import { SamlProvider } from "@pulumi/aws/iam/samlProvider";
import * as pulumi from "@pulumi/pulumi";
import { samlProviderArn, samlProviderNameProblems, tagProblems } from "#core/aws";
import { nameOf } from "#core/naming";
import { metadataProblems } from "#core/saml/metadata";
import { accountProblems, ownerOf } from "../account-checks";
import { isPlain, plainEntries, refuse, warn } from "../refusal";
import { entraMetadata } from "./entra-metadata";
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
  /** Tags of the provider. */
  tags?: Record<string, pulumi.Input<string>>;
}

/** Checks the arguments and computes the names. Pure: `now` decides which certificates and documents are past their date. */
export function planSamlIdentityProvider(instance: string, args: SamlIdentityProviderArgs, now: Date) {
  const problems = [...accountProblems(args.account), ...samlIdentityProviderProblems(args, now)];
  const warnings = refuse("SamlIdentityProvider", instance, problems);
  const providerName = args.providerName ?? nameOf("samlProvider", {});
  return { warnings, providerName, arn: samlProviderArn({ ...ownerOf(args.account), name: providerName }) };
}

/** What is wrong with the arguments, the account apart. */
export function samlIdentityProviderProblems(args: SamlIdentityProviderArgs, now: Date): Problem[] {
  return [
    ...(args.providerName === undefined ? [] : samlProviderNameProblems(args.providerName, "providerName")),
    ...(isPlain(args.metadataXml) ? metadataProblems(args.metadataXml, now, "metadataXml") : []),
    ...tagProblems(Object.fromEntries(plainEntries(args.tags)), "tags"),
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
    super("entra-aws:index:SamlIdentityProvider", name, args, opts);
    warn("SamlIdentityProvider", name, plan.warnings, this);
    const judgeMetadata = (xml: string): void => {
      const problems = metadataProblems(xml, now, "metadataXml");
      warn("SamlIdentityProvider", name, refuse("SamlIdentityProvider", name, problems), this);
    };

    const provider = new SamlProvider(
      `${name}-provider`,
      {
        name: plan.providerName,
        samlMetadataDocument: pulumi.output(args.metadataXml).apply((xml) => {
          // A plain document was judged by the plan; one that arrives later is judged here.
          if (!isPlain(args.metadataXml)) judgeMetadata(xml);
          return entraMetadata(xml);
        }),
        tags: args.tags,
      },
      { parent: this },
    );

    this.providerName = provider.name;
    // Through the provider's name, so that whoever uses the ARN waits for the provider.
    this.arn = provider.name.apply(() => plan.arn);
    this.registerOutputs({ arn: this.arn, providerName: this.providerName });
  }
}
