import { matchesWildcard, parsePattern } from "#core/aws/authorization";
import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import type { RuleOption, StackRule, Verdict } from "../rule";

const userType = "aws:iam/user:User";
const loginProfileType = "aws:iam/userLoginProfile:UserLoginProfile";
const property = "name";

export const namingServiceUsers: StackRule<{ pattern: RuleOption<string> }> = {
  kind: "stack",
  id: "naming-service-users",
  title: "An IAM user that is no person is named as a service user, and no person is",
  severity: "medium",
  why: "Whose key it is that acts is read from the user's name: in CloudTrail, in credential reports, in the list of users to offboard. A service user named like a person is disabled with that person; a person named like a service user is never asked for MFA.",
  fix: "Name the user of a program with the prefix of service users, and give such a user no console password; people sign in through roles.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"],
  frameworks: [],
  options: {
    pattern: {
      description: "The name of a service user, in which * stands for any text and ? for one character.",
      default: "Svc-*",
      expected: (pattern) => (pattern.trim() === "" ? "text that is not empty" : undefined),
    },
  },
  judge(stack, { pattern }) {
    const people = usersWithPassword(stack);
    return stack.ofType(userType).flatMap((user) => judgeUser(user, people.has(user.urn), pattern));
  },
};

function judgeUser(user: StackResource, hasPassword: boolean, pattern: string): readonly Verdict[] {
  const reading = user.read(property);
  if (reading.kind === "unknown") {
    const message = "the user's name is known only after the update, so it cannot be compared with the pattern";
    return [{ outcome: "undetermined", resource: user, property: reading.property, message, remedy: nameFromConfig }];
  }
  if (reading.kind === "absent" || typeof reading.value !== "string") return [];
  const named = matchesWildcard(parsePattern(pattern), reading.value);
  if (named !== hasPassword) return [];
  const message = hasPassword
    ? `the user ${shown(reading.value)} is named as a service user, but has a console password`
    : `the user ${shown(reading.value)} has no console password, so it is a service user, but its name is not of the form ${shown(pattern)}`;
  return [{ outcome: "violation", resource: user, property, message }];
}

const nameFromConfig =
  "Build the name from values that are known before the update (configuration, constants), not from another resource's outputs.";

/** URNs of the users who can sign in to the console. */
function usersWithPassword(stack: StackFacts): ReadonlySet<string> {
  const profiles = stack.ofType(loginProfileType);
  return new Set(profiles.flatMap((profile) => stack.target(profile, "user", userType, "name")?.urn ?? []));
}
