import { given, type StackResource } from "../../facts";
import type { RuleOption, StackRule, Verdict } from "../rule";

type Options = {
  minimumLength: RuleOption<number>;
  reusePrevention: RuleOption<number>;
  maximumAge: RuleOption<number>;
};

const whole =
  (from: number, to: number) =>
  (value: number): string | undefined =>
    Number.isInteger(value) && value >= from && value <= to ? undefined : `a whole number from ${from} to ${to}`;

export const iamPasswordPolicy: StackRule<Options> = {
  kind: "stack",
  id: "iam-password-policy",
  title: "The account has a password policy with all seven settings",
  severity: "medium",
  scope: "account",
  why: "An account without a password policy of its own has AWS's, which takes eight characters and the same password again. Sooner or later somebody makes a user with a password, and no federation is asked then.",
  fix: "Set the account's password policy: length, the four kinds of characters, no reuse, and an age.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/iam-password-policy.html",
  ],
  frameworks: ["CIS AWS 5.0.0 1.7", "CIS AWS 5.0.0 1.8", "NIST 800-53 IA-5"],
  options: {
    minimumLength: {
      description: "How many characters a password must have at least.",
      default: 14,
      expected: whole(6, 128),
    },
    reusePrevention: {
      description: "How many earlier passwords may not be used again; AWS knows at most 24.",
      default: 24,
      expected: whole(1, 24),
    },
    maximumAge: {
      description: "After how many days a password must have been changed; 0 if it need not end.",
      default: 90,
      expected: whole(0, 1095),
    },
  },
  judge(stack, { minimumLength, reusePrevention, maximumAge }) {
    const policies = stack.ofType("aws:iam/accountPasswordPolicy:AccountPasswordPolicy");
    if (policies.length === 0) {
      return [{ outcome: "violation", message: "the stack declares the account's scope and sets no password policy" }];
    }
    const settings: readonly Setting[] = [
      {
        property: "minimumPasswordLength",
        expected: `at least ${minimumLength}`,
        isMet: (value) => value >= minimumLength,
      },
      ...kindsOfCharacters,
      {
        property: "passwordReusePrevention",
        expected: reusePrevention === 24 ? "24" : `at least ${reusePrevention}`,
        isMet: (value) => value >= reusePrevention,
      },
      ...(maximumAge === 0 ? [] : [endsWithin(maximumAge)]),
    ];
    return policies.flatMap((policy) => settings.flatMap((setting) => judgeSetting(policy, setting)));
  },
};

/** One of the seven. A truth value is compared as 1 or 0. */
interface Setting {
  readonly property: string;
  readonly expected: string;
  readonly isMet: (value: number) => boolean;
}

const kindsOfCharacters: readonly Setting[] = [
  "requireUppercaseCharacters",
  "requireLowercaseCharacters",
  "requireNumbers",
  "requireSymbols",
].map((property) => ({ property, expected: "true", isMet: (value) => value === 1 }));

function endsWithin(days: number): Setting {
  return { property: "maxPasswordAge", expected: `1 to ${days}`, isMet: (value) => value >= 1 && value <= days };
}

function judgeSetting(resource: StackResource, { property, expected, isMet }: Setting): readonly Verdict[] {
  const reading = given(resource, property, true);
  if (reading.kind === "unknown") {
    const message = `the password policy's ${property} is known only after the update; expected is ${expected}`;
    const remedy = "Give the setting a value that is known before the update.";
    return [{ outcome: "undetermined", resource, property: reading.property, message, remedy }];
  }
  const value = reading.kind === "known" ? reading.value : undefined;
  if ((typeof value === "number" || typeof value === "boolean") && isMet(Number(value))) return [];
  const found = typeof value === "number" || typeof value === "boolean" ? `is ${value}` : "is not set";
  return [
    {
      outcome: "violation",
      resource,
      property,
      message: `the password policy's ${property} ${found}; expected is ${expected}`,
    },
  ];
}
