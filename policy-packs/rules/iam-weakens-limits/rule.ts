import { administratorRoles } from "../exempt";
import { judgeEscalation } from "../judge-escalation";
import type { RuleOption, StackRule } from "../rule";

export const iamWeakensLimits: StackRule<{ administratorRoles: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-weakens-limits",
  title: "Nobody but administrators can take limits of permissions away",
  severity: "high",
  why: "A permissions boundary or a Deny holds only as long as nobody may take it away. Alone that gives nothing; beside any other permission that the limit was meant for, it gives all of it.",
  fix: "Deny the action, or allow it only on the users and roles whose limits the principal is meant to change; list the role in administratorRoles if it is meant to be an administrator's.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html",
  ],
  frameworks: ["NIST 800-53 AC-6"],
  options: { administratorRoles },
  judge: (stack, { administratorRoles: exempt }) =>
    judgeEscalation(stack, { category: "weakens-limits", says: "can take limits away", exempt }),
};
