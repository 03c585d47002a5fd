import { isSamlEndpoint, parseArn, partitions, roleArn } from "#core/aws";
import { importability } from "#core/aws/role-import";
import { shown } from "#core/problems";
import {
  demandedValues,
  trustedPrincipals,
  trustPolicies,
  trustStatements,
  type DocumentFact,
  type StackFacts,
  type StackResource,
  type TrustStatement,
} from "../../facts";
import { judgeTrust, type TrustFault } from "../judge-trust";
import type { RuleOption, StackRule, Verdict } from "../rule";

export const samlTrustImportable: StackRule<{ imported: RuleOption<string> }> = {
  kind: "stack",
  id: "saml-trust-importable",
  title: "A SAML trust policy has one provider and demands the sign-in endpoint of AWS",
  severity: "high",
  why: "Without SAML:aud the role takes every response that the provider signs, also one that was meant for another application. With two providers, or with more than the one action, Entra's role import leaves the role out, or disables it, and nobody is told.",
  fix: "Leave one Allow statement with one SAML provider and sts:AssumeRoleWithSAML, and demand SAML:aud with StringEquals.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html",
    "https://learn.microsoft.com/en-us/entra/identity/saas-apps/amazon-web-service-tutorial",
    "https://docs.aws.amazon.com/general/latest/gr/signin-service.html",
  ],
  frameworks: ["NIST 800-53 IA-8"],
  options: {
    imported: {
      description:
        "Which roles must be such that Entra's role import takes them: all, none, or with auto those of a stack that has a provisioning job for AWS.",
      default: "auto",
      expected: (value) => (["auto", "all", "none"].includes(value) ? undefined : "auto, all or none"),
    },
  },
  judge: (stack, { imported }) => [
    ...judgeTrust(stack, (trust, policy) => [...providerFaults(policy, trust), ...audienceFaults(trust)]),
    ...(imported === "all" || (imported === "auto" && importsRoles(stack)) ? importFaults(stack) : []),
  ],
};

/** One provider a trust policy, told at the first statement that has one. */
function providerFaults(policy: DocumentFact, trust: TrustStatement): readonly TrustFault[] {
  const statements = trustStatements(policy).filter((each) => samlProviders(each).length > 0);
  const providers = [...new Set(statements.flatMap(samlProviders))];
  if (statements[0]?.path !== trust.path || providers.length < 2) return [];
  const message = `the trust policy names ${providers.length} SAML providers (${providers.map(shown).join(", ")}), and the role import takes a role with exactly one`;
  return [{ element: "Principal", message }];
}

function audienceFaults(trust: TrustStatement): readonly TrustFault[] {
  const [provider] = samlProviders(trust);
  const partition = provider === undefined ? undefined : parseArn(provider)?.partition;
  if (partition === undefined) return [];
  const element = "Condition";
  const endpoint = partitions[partition].samlEndpoint;
  const audiences = demandedValues(trust.statement.Condition, "saml:aud");
  if (audiences === undefined) {
    const message = `the trust policy does not demand SAML:aud, which is ${endpoint}`;
    return [{ element, message }];
  }
  return audiences
    .filter((audience) => !isSamlEndpoint(partition, audience))
    .map((audience) => ({
      element,
      message: `the trust policy takes responses for ${shown(audience)}, which is no sign-in endpoint of partition ${partition}: that is ${endpoint}`,
    }));
}

function samlProviders({ statement }: TrustStatement): readonly string[] {
  return trustedPrincipals(statement.Principal).flatMap(({ kind, text }) => (kind === "SAML provider" ? [text] : []));
}

/** What keeps the import from taking a role that people are to sign in to. */
function importFaults(stack: StackFacts): readonly Verdict[] {
  return trustPolicies(stack).flatMap((policy): readonly Verdict[] => {
    const [provider] = trustStatements(policy).flatMap(samlProviders);
    if (policy.reading.kind !== "known" || provider === undefined) return [];
    const judged = importability({ arn: arnOf(policy.resource, provider), trustPolicy: policy.reading.document });
    // Two providers are told already.
    if (judged.importable || judged.reason === "several-saml-providers") return [];
    const message = `Entra's role import leaves the role out: ${judged.message}`;
    const remedy = `For the import: ${judged.remedy}.`;
    return [{ outcome: "violation", resource: policy.resource, property: policy.property, message, remedy }];
  });
}

/** A preview does not know the ARN of a new role: it is one of the provider's account, and only its length counts. */
function arnOf(role: StackResource, provider: string): string {
  const own = textOf(role, "arn");
  if (own !== undefined) return own;
  const { partition = "aws", accountId = "" } = parseArn(provider) ?? {};
  return roleArn({ partition, accountId, path: textOf(role, "path") ?? "/", name: textOf(role, "name") ?? role.name });
}

function textOf(role: StackResource, property: string): string | undefined {
  const reading = role.read(property);
  return reading.kind === "known" && typeof reading.value === "string" ? reading.value : undefined;
}

/** Whether the stack provisions from AWS by the template that imports roles. Source: Graph documentation, synchronizationJob. */
function importsRoles(stack: StackFacts): boolean {
  return stack
    .ofType("azuread:index/synchronizationJob:SynchronizationJob")
    .some((job) => textOf(job, "templateId")?.toLowerCase() === "aws");
}
