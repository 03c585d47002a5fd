import { type PartitionName, partitions } from "#core/aws";
import { type Aws, openAws } from "../clients/aws";
import type { StackSettings } from "../stack/read-stack";

/** Signs in to AWS as the stack's own provider does: by its region, profile and roles; or as the environment says. */
export async function openStackAws(
  config: StackSettings["config"],
  partition: PartitionName,
  signal?: AbortSignal,
): Promise<Aws> {
  const profile = textOf(config["aws:profile"]);
  const region = textOf(config["aws:region"]) ?? process.env["AWS_REGION"] ?? partitions[partition].globalRegion;
  return openAws({
    region,
    assumeRoles: assumeRolesOf(config["aws:assumeRoles"]),
    ...(profile === undefined ? {} : { profile }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function assumeRolesOf(value: unknown): { roleArn: string; sessionName?: string; externalId?: string }[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  return list.flatMap((entry) => {
    const { roleArn, sessionName, externalId } = (entry ?? {}) as Record<string, unknown>;
    if (typeof roleArn !== "string") return [];
    return {
      roleArn,
      ...(typeof sessionName === "string" ? { sessionName } : {}),
      ...(typeof externalId === "string" ? { externalId } : {}),
    };
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
