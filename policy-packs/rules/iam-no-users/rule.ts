import { principals, type PrincipalFact, type StackFacts } from "../../facts";
import { isProvisioningUser, provisioningUsers } from "../exempt";
import type { RuleOption, StackRule, Verdict } from "../rule";
import { sayPrincipal } from "../say-principal";

export const iamNoUsers: StackRule<{ provisioningUsers: RuleOption<readonly string[]> }> = {
  kind: "stack",
  id: "iam-no-users",
  title: "People come by federation, and the account has no IAM users for them",
  severity: "medium",
  why: "An IAM user has a password or keys that never end by themselves, that no Conditional Access policy sees, and that stay when the person has gone. With federation one leaver's process ends every access.",
  fix: "Give people a group in Entra ID and a federated role, and machines a role; then remove the user.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    "https://learn.microsoft.com/en-us/azure/architecture/reference-architectures/aws/aws-azure-ad-security",
  ],
  frameworks: ["CIS AWS 5.0.0 1.20", "NIST 800-53 AC-2"],
  options: { provisioningUsers },
  judge: (stack, { provisioningUsers: exempt }) => [
    ...principals(stack).flatMap((principal) => judgeUser(principal, exempt)),
    ...passwords(stack),
  ],
};

function judgeUser(user: PrincipalFact, exempt: readonly string[]): readonly Verdict[] {
  if (user.kind !== "user" || !user.declared || isProvisioningUser(user, exempt)) return [];
  const { resource } = user;
  const name = resource.read("name");
  if (name.kind === "unknown") {
    const message = "the user's name is known only after the update, so it cannot be told whether the user is exempt";
    return [{ outcome: "undetermined", resource, property: name.property, message, remedy: nameIt }];
  }
  return [{ outcome: "violation", resource, property: "name", message: `${sayPrincipal(user)} is an IAM user` }];
}

const nameIt = "Give the user a name that is known before the update.";

/** A password is for a person, whatever the user is called. */
function passwords(stack: StackFacts): readonly Verdict[] {
  return stack.ofType("aws:iam/userLoginProfile:UserLoginProfile").map((resource) => {
    const inClear = resource.read("pgpKey").kind === "absent";
    const where = inClear ? ", which lies in the state of the stack without a PGP key around it" : "";
    return { outcome: "violation", resource, property: "user", message: `an IAM user gets a console password${where}` };
  });
}
