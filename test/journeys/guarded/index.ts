import { Policy } from "@pulumi/aws/iam/policy";
import { Group } from "@pulumi/azuread/group";
import * as pulumi from "@pulumi/pulumi";

// Groups of which one keeps the naming convention, and policies as nobody should write them: what the pack judges.

const group = (name: string, displayName: pulumi.Input<string>): Group =>
  new Group(name, { displayName, securityEnabled: true });

const developers = group("developers", "AWS-Account1-Developers");
group("press", "AWS-Newsletter");
group("old", "aws-old-readers");
group("computed", pulumi.interpolate`AWS-${developers.objectId}`);

for (const [name, policy] of Object.entries(new pulumi.Config().getObject<Record<string, string>>("policies") ?? {})) {
  new Policy(name, { name, policy });
}
