import { markdownCode, markdownLink, markdownText } from "./markdown-text";

/** Who keeps a thing, by name of whoever that is. */
const keepers = {
  /** Made by the stack, and deleted with it. */
  stack: (stack) => `stack ${markdownCode(stack)}`,
  /** Was there before, and stays when the stack goes. */
  others: () => "existing, not of this stack",
  /** Entra's provisioning service writes and disables it. */
  provisioning: () => "Entra's provisioning service",
} as const satisfies Record<string, (stack: string) => string>;

/** One thing of a federation. Never a secret. */
export interface InventoryRow {
  /** What it is, in the words of its cloud: "Enterprise application". */
  what: string;
  name: string;
  /** Its id in its cloud: an ARN, an object id, a thumbprint; absent where it has none that may be shown. */
  id?: string;
  /** @default "stack" */
  keeper?: keyof typeof keepers;
  /** Who may change it besides the stack. */
  owners?: readonly string[];
  /** What it is for, with the article's section. */
  purpose: string;
  /** Address of its console page. */
  page?: string;
}

/** What an inventory is of. */
export interface Inventory {
  title: string;
  accountName: string;
  accountId: string;
  tenantId: string;
  /** `<project>/<stack>` */
  stack: string;
  rows: readonly InventoryRow[];
}

/**
 * The page that documents what a federation is made of (article: “Be sure to document all new items”), as Markdown.
 * Pure: the same things give the same page, so that it can be kept in version control.
 */
export function renderInventory(inventory: Inventory): string {
  const { accountName, accountId, tenantId, stack } = inventory;
  return [
    `# ${markdownText(inventory.title)}`,
    "",
    `What the Pulumi stack ${markdownCode(stack)} keeps in the AWS account ${markdownText(accountName)} ` +
      `(${markdownCode(accountId)}) and in the Entra tenant ${markdownCode(tenantId)}. Secrets are not listed.`,
    "",
    "| What | Name | Id | Owner | What for | Page |",
    "| --- | --- | --- | --- | --- | --- |",
    ...inventory.rows.map((row) => `| ${cellsOf(row, stack).join(" | ")} |`),
    "",
  ].join("\n");
}

function cellsOf(row: InventoryRow, stack: string): string[] {
  return [
    markdownText(row.what),
    markdownText(row.name),
    row.id === undefined ? "–" : markdownCode(row.id),
    ownerOf(row, stack),
    markdownText(row.purpose),
    row.page === undefined ? "–" : markdownLink("open", row.page),
  ];
}

function ownerOf({ keeper = "stack", owners = [] }: InventoryRow, stack: string): string {
  const kept = keepers[keeper](stack);
  return owners.length === 0 ? kept : `${kept}; owners ${owners.map(markdownCode).join(", ")}`;
}
