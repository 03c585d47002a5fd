import { isRegionOf, type PartitionName, partitions } from "#core/aws";
import { shown } from "#core/problems";
import { type Aws, openAws, type RoleToAssume } from "../clients/aws";
import { NotSignedIn } from "../clients/not-signed-in";
import type { StackSettings } from "../stack/read-stack";

/**
 * Signs in to AWS as the stack's own provider does: by its region, profile and roles; or as the environment says.
 *
 * @throws NotSignedIn, also for a region of another partition
 */
export async function openStackAws(
  config: StackSettings["config"],
  partition: PartitionName,
  signal?: AbortSignal,
): Promise<Aws> {
  const profile = textOf(config["aws:profile"]);
  const region = textOf(config["aws:region"]) ?? process.env["AWS_REGION"] ?? partitions[partition].globalRegion;
  // AWS itself would say only that it does not know the key.
  if (!isRegionOf(partition, region)) {
    const { globalRegion } = partitions[partition];
    throw new NotSignedIn(
      `The region ${shown(region)} is not one of partition ${partition}: set aws:region to one of it, such as ${globalRegion}.`,
    );
  }
  return openAws({
    region,
    assumeRoles: assumeRolesOf(config["aws:assumeRoles"]),
    ...(profile === undefined ? {} : { profile }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** The roles that the stack's provider takes, one after the other: a list, or the JSON of one. */
export function assumeRolesOf(value: unknown): RoleToAssume[] {
  const decoded = typeof value === "string" ? parsed(value) : value;
  const list = Array.isArray(decoded) ? (decoded as unknown[]) : [];
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
