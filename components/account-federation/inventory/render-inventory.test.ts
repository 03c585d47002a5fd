import { describe, expect, it } from "vitest";
import { markdownLink, markdownText } from "./markdown-text";
import { type Inventory, renderInventory } from "./render-inventory";

const inventory: Inventory = {
  title: "Inventory of Contoso AWS Account1 (111122223333)",
  accountName: "Account1",
  accountId: "111122223333",
  tenantId: "7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f",
  stack: "entra-aws/account1",
  rows: [
    {
      what: "IAM role",
      name: "Developer",
      id: "arn:aws:iam::111122223333:role/Developer",
      purpose: "What people become (“create more roles”)",
      page: "https://console.aws.amazon.com/iam/home#/roles/details/Developer",
    },
    {
      what: "Security group",
      name: "Cloud developers",
      id: "66660000-0000-4000-8000-000000000002",
      keeper: "others",
      owners: ["0e0e0000-0000-4000-8000-000000000001"],
      purpose: "Direct members may take the role",
    },
  ],
};

describe("renderInventory", () => {
  it("is one page with a table, a row for each thing", () => {
    expect(renderInventory(inventory).split("\n")).toEqual([
      "# Inventory of Contoso AWS Account1 (111122223333)",
      "",
      "What the Pulumi stack `entra-aws/account1` keeps in the AWS account Account1 (`111122223333`) and in the Entra tenant `7f0c3f1e-5a52-4c3e-9d8e-0a1b2c3d4e5f`. Secrets are not listed.",
      "",
      "| What | Name | Id | Owner | What for | Page |",
      "| --- | --- | --- | --- | --- | --- |",
      "| IAM role | Developer | `arn:aws:iam::111122223333:role/Developer` | stack `entra-aws/account1` | What people become (“create more roles”) | [open](<https://console.aws.amazon.com/iam/home#/roles/details/Developer>) |",
      "| Security group | Cloud developers | `66660000-0000-4000-8000-000000000002` | existing, not of this stack; owners `0e0e0000-0000-4000-8000-000000000001` | Direct members may take the role | – |",
      "",
    ]);
  });

  it("lets no name leave its cell, start markup or a link, or move a terminal's cursor", () => {
    const hostile = "a|b\n| c\u001b[2J <img src=x> [x](http://evil) `code` **b** ~~s~~ www.evil.com \u202e&amp;";
    const rows = [{ what: "Security group", name: hostile, id: "x` | y", purpose: hostile }];
    const table = renderInventory({ ...inventory, rows })
      .split("\n")
      .slice(6);
    expect(table).toHaveLength(2);
    const [row = ""] = table;
    expect(row.replaceAll(/\\./g, "").match(/\|/g)).toHaveLength(7);
    expect(row.replaceAll(/\\./g, "")).not.toMatch(/[<>[\]*_~&:\p{Cc}\p{Cf}]/u);
  });
});

describe("markdownText", () => {
  it("leaves ordinary names readable", () => {
    expect(markdownText("AWS Console – MFA – Account1")).toBe("AWS Console – MFA – Account1");
    expect(markdownText("AWS-Account1-Developers")).toBe("AWS-Account1-Developers");
  });
});

describe("markdownLink", () => {
  it("keeps what is encoded in an address, and encodes what would end it", () => {
    expect(markdownLink("open", "https://x/#a%2Fb%3Ac")).toBe("[open](<https://x/#a%2Fb%3Ac>)");
    expect(markdownLink("open", "https://x/#a>b<c\nd")).toBe("[open](<https://x/#a%3Eb%3Cc%0Ad>)");
  });
});
