import type { ProviderFace, ResourceFace } from "./face";
import { concerns } from "./property-path";
import type { Properties } from "./schema";

const header = [
  "| type | property | required | secret | change replaces | emulated |",
  "| --- | --- | --- | --- | --- | --- |",
];

/** The Markdown table of what a provider face takes, and what it refuses; one row an input. */
export function modelledTable<Cloud>(face: ProviderFace<Cloud>): string {
  const rows = [
    ...inputRows(
      face.name,
      face.schema.configuration,
      face.modelledConfiguration,
      () => "",
      face.acceptedConfiguration,
    ),
    ...sorted(face.resources).flatMap((resource) =>
      inputRows(resource.schema.token, resource.schema.inputs, resource.modelled, (name) => replaced(resource, name)),
    ),
    ...sorted(face.invokes).flatMap(({ schema, modelled }) =>
      inputRows(schema.token, schema.inputs, modelled, () => ""),
    ),
  ];
  return [...header, ...rows].join("\n");
}

function inputRows(
  token: string,
  schema: Properties,
  modelled: readonly string[],
  replaces: (name: string) => string,
  accepted: readonly string[] = [],
): string[] {
  return Object.entries(schema).map(([name, { required, secret }]) => {
    const cells = [
      `\`${token}\``,
      `\`${name}\``,
      required ? "yes" : "",
      secret ? "yes" : "",
      replaces(name),
      emulated(name, modelled, accepted),
    ];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
}

function emulated(name: string, modelled: readonly string[], accepted: readonly string[]): string {
  const words = [taken("modelled", name, modelled), taken("accepted, without effect here", name, accepted)];
  return words.filter((word) => word !== "").join("; ") || "refused";
}

function taken(word: string, name: string, entries: readonly string[]): string {
  if (entries.includes(name)) return word;
  const parts = entries.filter((entry) => entry.startsWith(`${name}.`));
  return parts.length > 0 ? `${word}: ${parts.map((part) => `\`${part}\``).join(", ")}` : "";
}

function replaced<Cloud>(resource: ResourceFace<Cloud>, name: string): string {
  if (resource.replaceOnPresence?.includes(name)) return `yes, when it comes or goes (${resource.replaceSource})`;
  const entries = resource.replaceOnChange.filter((entry) => concerns(entry, name));
  if (entries.length === 0) return "";
  const parts = entries.filter((entry) => entry !== name).map((entry) => `\`${entry}\``);
  return `yes${parts.length > 0 ? `: ${parts.join(", ")}` : ""} (${resource.replaceSource})`;
}

function sorted<Face extends { readonly schema: { readonly token: string } }>(faces: readonly Face[]): readonly Face[] {
  return [...faces].sort((a, b) => (a.schema.token < b.schema.token ? -1 : 1));
}

function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
}
