import { administratorRoles } from "../exempt";
import { judgeEscalation } from "../judge-escalation";
import type { RuleOption, StackRule } from "../rule";

export const iamEscalation: StackRule<{ administratorRoles: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-escalation",
  title: "Nobody but administrators can give themselves more permissions",
  severity: "critical",
  why: "Some permissions give others: whoever may pass a role to a new instance, or attach a policy, has in the end all that any role or policy of the account has. In a review of names and policies such a principal looks harmless.",
  fix: "Take one of the actions away, name the one role or resource that is meant, or set a permissions boundary; list the role in administratorRoles if it is meant to be an administrator's.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    "https://pathfinding.cloud",
    "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
  ],
  frameworks: ["NIST 800-53 AC-6", "MITRE ATT&CK T1098"],
  options: { administratorRoles },
  judge: (stack, { administratorRoles: exempt }) =>
    judgeEscalation(stack, { category: "escalation", says: "can gain more permissions than it is given", exempt }),
};
