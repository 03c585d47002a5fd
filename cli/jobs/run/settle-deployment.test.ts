import { describe, expect, it } from "vitest";
import type { Deployment, PendingOperation, StateResource } from "./deployment";
import { settleDeployment } from "./settle-deployment";

const urn = (name: string): string => `urn:pulumi:s::p::t::${name}`;
const resource = (name: string, more: Partial<StateResource> = {}): StateResource => ({
  urn: urn(name),
  type: "t",
  custom: true,
  id: name,
  ...more,
});
const creating = (name: string, more: Partial<StateResource> = {}): PendingOperation => ({
  type: "creating",
  resource: { ...resource(name, { inputs: { name }, ...more }), id: undefined },
});
const settled = (resources: StateResource[], operations: PendingOperation[], found: Record<string, string> = {}) => {
  const deployment: Deployment = { manifest: { time: "" }, resources, pending_operations: operations };
  const ids = new Map(Object.entries(found).map(([name, id]) => [urn(name), id]));
  return settleDeployment(deployment, ids);
};
const names = ({ resources = [] }: Deployment): string[] =>
  resources.map((each) => `${each.id ?? ""}${each.delete === true ? " to delete" : ""}`);

describe("a settled state", () => {
  it("has what was found, with its id, to be read before the engine goes on", () => {
    const { resources, pending_operations } = settled([], [creating("a")], { a: "id-of-a" });
    expect(resources).toEqual([
      { ...resource("a"), id: "id-of-a", inputs: { name: "a" }, outputs: { name: "a" }, refreshBeforeUpdate: true },
    ]);
    expect(pending_operations).toEqual([]);
  });

  it("has nothing of what was never made", () => {
    expect(settled([resource("b")], [creating("a")])).toMatchObject({
      resources: [resource("b")],
      pending_operations: [],
    });
  });

  it("has it behind everything that it rests on, and before the others", () => {
    const below = { parent: urn("p"), dependencies: [urn("d")], propertyDependencies: { x: [urn("q")], y: null } };
    const others = ["p", "d", "q", "z"].map((name) => resource(name));
    expect(names(settled(others, [creating("a", below)], { a: "A" }))).toEqual(["p", "d", "q", "A", "z"]);
    const byProvider = creating("a", { provider: `${urn("q")}::the-id` });
    expect(names(settled(others, [byProvider], { a: "A" }))).toEqual(["p", "d", "q", "A", "z"]);
  });

  it("has a replacement before what it replaces, which is then to be deleted", () => {
    expect(
      names(settled([resource("d"), resource("a")], [creating("a", { dependencies: [urn("d")] })], { a: "new" })),
    ).toEqual(["d", "new", "a to delete"]);
  });

  it("has a replacement in the place of what was deleted before it", () => {
    expect(names(settled([resource("a", { pendingReplacement: true })], [creating("a")], { a: "new" }))).toEqual([
      "new",
    ]);
  });

  it("has once what was begun twice, or is there by that id already: nothing of it is to delete", () => {
    expect(names(settled([], [creating("a"), creating("a")], { a: "A" }))).toEqual(["A"]);
    expect(names(settled([resource("a")], [creating("a")], { a: "a" }))).toEqual(["a"]);
  });

  it.each(["updating", "deleting"] as const)("reads again what was interrupted while %s", (type) => {
    const { resources } = settled([resource("a"), resource("b")], [{ type, resource: resource("a") }]);
    expect(resources).toEqual([{ ...resource("a"), refreshBeforeUpdate: true }, resource("b")]);
  });

  it("deletes again what already only waited for that", () => {
    const waiting = resource("a", { delete: true });
    expect(settled([waiting], [{ type: "deleting", resource: waiting }]).resources).toEqual([waiting]);
  });
});
