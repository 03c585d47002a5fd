import { shown } from "#core/problems";
import type { StackFacts, StackResource } from "../../facts";
import type { RuleOption, StackRule, Verdict } from "../rule";

const day = 24 * 60 * 60 * 1000;

type Options = { perUser: RuleOption<number>; maximumAge: RuleOption<number> };

export const iamAccessKeys: StackRule<Options> = {
  kind: "stack",
  id: "iam-access-keys",
  title: "A user has at most one active access key, and it is renewed in time",
  severity: "medium",
  why: "An access key works from everywhere and never ends by itself. The older it is, and the more of them there are, the more places hold a copy that nobody thinks of.",
  fix: "Replace the key by a new one, deactivate the old one when nothing uses it any more, and remove it; give machines in AWS a role.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html",
  ],
  frameworks: ["CIS AWS 5.0.0 1.12", "CIS AWS 5.0.0 1.13"],
  options: {
    perUser: {
      description: "How many active keys a user may have; AWS takes at most two.",
      default: 1,
      expected: (count) => (count === 1 || count === 2 ? undefined : "1 or 2"),
    },
    maximumAge: {
      description: "After how many days a key must have been replaced; 0 for never.",
      default: 90,
      expected: (days) => (days >= 0 ? undefined : "a number of days, or 0"),
    },
  },
  judge(stack, { perUser, maximumAge }) {
    const keys = stack.ofType("aws:iam/accessKey:AccessKey").filter(isActive);
    const limit = maximumAge === 0 ? Infinity : maximumAge;
    return [...tooMany(stack, keys, perUser), ...keys.flatMap((key) => tooOld(key, stack.now, limit))];
  },
};

function isActive(key: StackResource): boolean {
  const status = key.read("status");
  return !(status.kind === "known" && status.value === "Inactive");
}

function tooMany(stack: StackFacts, keys: readonly StackResource[], perUser: number): readonly Verdict[] {
  const counts = new Map<unknown, number>();
  return keys.flatMap((key): readonly Verdict[] => {
    const user = key.read("user");
    const owner = stack.target(key, "user", "aws:iam/user:User", "name");
    if (owner === undefined && user.kind === "unknown")
      return keys.length > perUser ? [unknownUser(key, user.property)] : [];
    const whose = owner ?? (user.kind === "known" ? user.value : undefined);
    const count = (counts.get(whose) ?? 0) + 1;
    counts.set(whose, count);
    if (count <= perUser) return [];
    const name = user.kind === "known" ? user.value : owner?.name;
    const message = `the user ${shown(name)} has more than ${perUser === 1 ? "one active access key" : "two active access keys"}`;
    return [{ outcome: "violation", resource: key, property: "user", message }];
  });
}

function unknownUser(key: StackResource, property: string): Verdict {
  const message = "whose access key this is is known only after the update, so that nobody can count that user's keys";
  const remedy = "Take the user's name from the user's resource in this stack, or from configuration.";
  return { outcome: "undetermined", resource: key, property, message, remedy };
}

/** A key that is not made yet has no date. */
function tooOld(key: StackResource, now: number, maximumAge: number): readonly Verdict[] {
  const made = key.read("createDate");
  const at = made.kind === "known" && typeof made.value === "string" ? Date.parse(made.value) : NaN;
  const age = Math.floor((now - at) / day);
  if (!(age > maximumAge)) return [];
  const message = `the access key is ${age} days old, more than ${maximumAge}`;
  return [{ outcome: "violation", resource: key, property: "createDate", message }];
}
