/** The accounts of the example: `Pulumi.account1.yaml` and `Pulumi.account2.yaml`. */
export const accounts = [
  { stack: "account1", id: "111122223333", name: "Account1" },
  { stack: "account2", id: "444455556666", name: "Account2" },
] as const;

export type DemoAccount = (typeof accounts)[number];

/** The article's test users, and one who is in `Account1`'s developers only. `account1` creates them. */
export const testUsers = ["Test-AWSAdmin", "Test-AWSDeveloper", "Test-AWSGuest"] as const;

/** A browser, as the person in front of it would describe it. */
export interface DemoClient {
  readonly label: string;
  readonly mfa: boolean;
  readonly ip: string;
}

const withMfa: DemoClient = { label: "MFA", mfa: true, ip: "203.0.113.10" };
const withoutMfa: DemoClient = { label: "no MFA", mfa: false, ip: "203.0.113.10" };
const blockedNetwork: DemoClient = { label: "MFA, 198.51.100.7", mfa: true, ip: "198.51.100.7" };

/** A call with the session's credentials, and what is to come of it. */
export interface DemoCall {
  readonly action: "iam:ListUsers" | "iam:UpdateSAMLProvider" | "s3:ListAllMyBuckets";
  readonly expected: "allowed" | "permissions boundary" | "nothing allows it";
}

/** One person at one account's tile, and what is to come of it. */
export interface DemoSignIn {
  readonly user: (typeof testUsers)[number];
  readonly account: DemoAccount;
  readonly client: DemoClient;
  /** Where the response is taken to. @default the account's own role and provider */
  readonly presentedTo?: { readonly providerOf?: DemoAccount; readonly roleOf?: DemoAccount };
  readonly expected:
    | { readonly session: string; readonly calls: readonly DemoCall[] }
    | { readonly refusal: string; readonly by: "Entra" | "AWS"; readonly says: string };
}

const administrator = {
  session: "Administrator",
  calls: [
    { action: "iam:ListUsers", expected: "allowed" },
    { action: "iam:UpdateSAMLProvider", expected: "permissions boundary" },
  ],
} as const;

const developer = {
  session: "Developer",
  calls: [
    { action: "s3:ListAllMyBuckets", expected: "allowed" },
    { action: "iam:ListUsers", expected: "nothing allows it" },
  ],
} as const;

const [account1, account2] = accounts;

/** What `npm start` shows, in order. Each line is checked as well as shown. */
export const signIns: readonly DemoSignIn[] = [
  ...accounts.flatMap((account): DemoSignIn[] => [
    { user: "Test-AWSAdmin", account, client: withMfa, expected: administrator },
    { user: "Test-AWSDeveloper", account, client: withMfa, expected: developer },
  ]),
  ...accounts.map((account): DemoSignIn => {
    const says = `AWS Console – MFA – ${account.name}`;
    return {
      user: "Test-AWSDeveloper",
      account,
      client: withoutMfa,
      expected: { refusal: "AADSTS50076", by: "Entra", says },
    };
  }),
  {
    user: "Test-AWSDeveloper",
    account: account1,
    client: blockedNetwork,
    expected: { refusal: "AADSTS53003", by: "Entra", says: "Block – Untrusted networks" },
  },
  {
    user: "Test-AWSGuest",
    account: account2,
    client: withMfa,
    expected: { refusal: "AADSTS50105", by: "Entra", says: "Contoso AWS Account2 (444455556666)" },
  },
  {
    user: "Test-AWSDeveloper",
    account: account1,
    client: withMfa,
    presentedTo: { providerOf: account2, roleOf: account2 },
    expected: { refusal: "InvalidIdentityToken", by: "AWS", says: "Response signature invalid" },
  },
  {
    user: "Test-AWSDeveloper",
    account: account1,
    client: withMfa,
    presentedTo: { roleOf: account2 },
    expected: { refusal: "AccessDenied", by: "AWS", says: "Not authorized to perform sts:AssumeRoleWithSAML" },
  },
];
