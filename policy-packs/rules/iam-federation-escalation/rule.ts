import { administratorRoles } from "../exempt";
import { judgeEscalation } from "../judge-escalation";
import type { RuleOption, StackRule } from "../rule";

export const iamFederationEscalation: StackRule<{ administratorRoles: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-federation-escalation",
  title: "Nobody but administrators can change who is let in from outside",
  severity: "high",
  why: "Whoever can add an identity provider, or change the certificate of one that roles trust, signs in as any of these roles, with whatever name. A second factor that can be taken away and a session that can be lengthened hold nobody back.",
  fix: "Leave identity providers, second factors and sessions to the deployment role of the federation; list it in administratorRoles.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html",
  ],
  frameworks: ["NIST 800-53 AC-6", "MITRE ATT&CK T1484.002"],
  options: { administratorRoles },
  judge: (stack, { administratorRoles: exempt }) =>
    judgeEscalation(stack, { category: "federation", says: "can change who is let in from outside", exempt }),
};
