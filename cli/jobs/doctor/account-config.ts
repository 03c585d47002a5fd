import { z } from "zod";

const role = z.looseObject({
  path: z.string().optional(),
  maxSessionDuration: z.number().optional(),
  permissionsBoundary: z.string().optional(),
  managedPolicies: z.array(z.string()).default([]),
  inlinePolicies: z.record(z.string(), z.unknown()).default({}),
  groupName: z.string().optional(),
  existingGroupObjectId: z.string().optional(),
  existingRoleArn: z.string().optional(),
  members: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.string()).optional(),
});

/** What the doctor reads of `entra-aws:account`; the program itself judges the whole. */
const accountConfig = z.looseObject({
  tenantId: z.string().optional(),
  company: z.string(),
  account: z.looseObject({
    id: z.string(),
    name: z.string(),
    partition: z.enum(["aws", "aws-us-gov", "aws-cn"]).default("aws"),
  }),
  entraCloud: z.enum(["public", "usgov", "china"]).default("public"),
  roles: z.record(z.string(), role),
  existingApplicationObjectId: z.string().optional(),
  existingSamlProviderArn: z.string().optional(),
  existingProvisioningUserArn: z.string().optional(),
  roleMode: z.enum(["declared", "imported"]).default("declared"),
  sessionDuration: z.number().optional(),
  sessionNameSource: z.string().default("userprincipalname"),
  conditionalAccess: z.looseObject({ requireMfa: z.boolean().default(false) }).optional(),
  protectFederation: z.boolean().default(false),
  naming: z.record(z.string(), z.string()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  testUsers: z
    .record(z.string(), z.looseObject({ userPrincipalName: z.string(), existingObjectId: z.string().optional() }))
    .default({}),
});

export type DoctorAccountConfig = z.infer<typeof accountConfig>;

/** The stack's config is not one of an account stack. */
export class UnreadableConfig extends Error {
  override readonly name = "UnreadableConfig";
}

/** Reads `entra-aws:account` of a stack. @throws UnreadableConfig with every property that does not fit */
export function readAccountConfig(stack: string, config: Readonly<Record<string, unknown>>): DoctorAccountConfig {
  const given = config["entra-aws:account"];
  if (given === undefined) {
    throw new UnreadableConfig(
      `stack ${stack} has no config entra-aws:account: take Pulumi.account1.yaml for a model, and put in your own values`,
    );
  }
  const parsed = accountConfig.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join(".") || "(all)"}: ${message}`);
  throw new UnreadableConfig(
    [
      `the config entra-aws:account of stack ${stack} cannot be read:`,
      ...problems,
      "pulumi preview names every problem",
    ].join("\n"),
  );
}
