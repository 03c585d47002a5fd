import { SynchronizationJob } from "@pulumi/azuread/synchronizationJob";
import { SynchronizationSecret } from "@pulumi/azuread/synchronizationSecret";
import * as pulumi from "@pulumi/pulumi";
import { galleryTemplates } from "#core/entra";
import { error, shown } from "#core/problems";
import { isPlain, refuse, warn } from "../refusal";
import type { Problem } from "../../core/problems";

/** What the import of an account's roles is made from. */
export interface RoleProvisioningArgs {
  /** Resource path of the service principal (`/servicePrincipals/<object id>`). */
  servicePrincipalId: pulumi.Input<string>;
  /** Id of the access key of the IAM user that may list the roles: the agent's `ClientSecret`. */
  accessKeyId: pulumi.Input<string>;
  /** The secret access key: the agent's `SecretToken`. It is made a Pulumi secret, whatever is given. */
  secretAccessKey: pulumi.Input<string>;
  /**
   * Whether the job runs.
   * @default true
   */
  enabled?: boolean;
}

/** What is wrong with the arguments. The key is never repeated. */
export function roleProvisioningProblems(args: RoleProvisioningArgs): Problem[] {
  return [
    ...servicePrincipalProblems(args.servicePrincipalId),
    ...keyProblems(args.accessKeyId, "accessKeyId", /^\w{16,128}$/, "an access key's id, such as AKIA…"),
    ...keyProblems(args.secretAccessKey, "secretAccessKey", /^\S+$/, "the secret access key, without spaces"),
  ];
}

function servicePrincipalProblems(id: pulumi.Input<string>): Problem[] {
  const property = "servicePrincipalId";
  if (!isPlain(id) || /^\/servicePrincipals\/[0-9a-f-]{36}$/i.test(id)) return [];
  const expected = "the resource path /servicePrincipals/<object id>";
  return [error({ code: "service-principal-path-malformed", property, given: shown(id), expected })];
}

function keyProblems(value: pulumi.Input<string>, property: string, shape: RegExp, expected: string): Problem[] {
  if (!isPlain(value) || shape.test(value)) return [];
  const given = value === "" ? "nothing" : `something else (${value.length} characters)`;
  return [error({ code: "access-key-malformed", property, given, expected })];
}

/**
 * The job by which Entra's provisioning service reads an AWS account's roles and writes them into the application as app
 * roles (article: “How to configure role provisioning in AWS Single-Account Access”). The first cycle takes about 40
 * minutes. An application holds one credential, and one mode: app roles that are declared beside it are disabled by the
 * next cycle.
 */
export class RoleProvisioning extends pulumi.ComponentResource {
  /** Resource path of the job (`/servicePrincipals/<object id>/synchronization/jobs/<id>`). */
  readonly jobId: pulumi.Output<string>;

  /** @throws InvalidArguments with every problem of the arguments. */
  constructor(name: string, args: RoleProvisioningArgs, opts?: pulumi.ComponentResourceOptions) {
    const warnings = refuse("RoleProvisioning", name, roleProvisioningProblems(args));
    const secretAccessKey = pulumi.secret(args.secretAccessKey);
    super("entra-aws:index:RoleProvisioning", name, { ...args, secretAccessKey }, opts);
    warn("RoleProvisioning", name, warnings, this);

    const secret = new SynchronizationSecret(
      `${name}-secret`,
      {
        servicePrincipalId: args.servicePrincipalId,
        // In Graph's order: another one is shown as a change for ever.
        credentials: [
          { key: "ClientSecret", value: args.accessKeyId },
          { key: "SecretToken", value: secretAccessKey },
        ],
      },
      { parent: this },
    );
    const job = new SynchronizationJob(
      `${name}-job`,
      {
        servicePrincipalId: args.servicePrincipalId,
        templateId: galleryTemplates.awsSingleAccountAccess.synchronizationTemplateId,
        enabled: args.enabled ?? true,
      },
      // Without credentials Graph makes no job: CredentialsMissing. Nothing else ties the two together.
      { parent: this, dependsOn: [secret] },
    );

    this.jobId = job.id;
    this.registerOutputs({ jobId: this.jobId });
  }
}
