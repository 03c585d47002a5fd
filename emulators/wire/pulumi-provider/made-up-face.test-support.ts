import { CloudError } from "#emulators/wire/errors";

import type { ProviderFace, ResourceFace } from "./face";
import type { Inputs } from "./property-value";

/** A cloud that exists only to test the protocol: gardens that hold plots. */
export interface Garden {
  readonly region: string;
  readonly plots: Map<string, Inputs>;
}

export const plotFace: ResourceFace<Garden> = {
  schema: {
    token: "aws:garden/plot:Plot",
    inputs: {
      name: { type: "string" },
      soil: { type: "string", required: true },
      size: { type: "number" },
      fenced: { type: "boolean" },
      plan: { type: { anyOf: ["string", { object: { Beds: { type: { list: "string" }, required: true } } }] } },
      tags: { type: { map: "string" } },
      plants: { type: { list: "string" } },
      rows: { type: { list: "number" } },
      gate: {
        type: {
          object: {
            colour: { type: "string", required: true },
            lock: { type: { object: { code: { type: "string" }, maker: { type: "string" } } } },
          },
        },
      },
      password: { type: "string", secret: true },
      greenhouse: { type: "string" },
      pond: { type: { object: { depth: { type: "number" } } } },
    },
    outputs: {
      arn: { type: "string", required: true },
      harvest: { type: "string" },
      deed: { type: "string", secret: true },
      password: { type: "string", secret: true },
    },
  },
  modelled: [
    "name",
    "soil",
    "size",
    "fenced",
    "plan",
    "tags",
    "plants",
    "rows",
    "gate.colour",
    "gate.lock.code",
    "password",
    "pond",
  ],
  replaceOnChange: ["name", "soil", "gate.lock"],
  replaceOnPresence: ["pond"],
  replaceSource: "made up",
  computed: ["arn", "harvest", "deed"],
  optionalComputed: ["size"],
  recomputed: (changed) => (changed.has("plants") ? ["harvest"] : []),
  writeOnly: ["password"],
  sets: ["plants"],
  jsonDocuments: ["plan"],
  equivalent: { rows: (old, now) => JSON.stringify(old) === JSON.stringify(now) || now === 0 },
  autoName: { property: "name", maxLength: 20 },
  defaults: (inputs) => ({ fenced: true, ...inputs }),
  checks: (inputs) =>
    inputs["soil"] === "lava" ? [{ property: "soil", reason: "soil lava: nothing grows in it" }] : [],
  create: (garden, inputs) => {
    const id = inputs["name"] as string;
    if (garden.plots.has(id)) {
      throw new CloudError({ cloud: "aws", code: "PlotTaken", message: `Plot ${id} exists.`, status: 409 });
    }
    if (inputs["soil"] === "rock") throw new TypeError("the spade broke");
    const size = inputs["size"] ?? 7;
    garden.plots.set(id, { ...inputs, size });
    return { id, outputs: { size, arn: `plot:${garden.region}:${id}`, harvest: "none", deed: `deed of ${id}` } };
  },
  read: (garden, id) => {
    const plot = garden.plots.get(id);
    if (plot === undefined) return undefined;
    const { password: _, ...inputs } = plot;
    return { id, inputs, outputs: { arn: `plot:${garden.region}:${id}`, harvest: "none", deed: `deed of ${id}` } };
  },
  update: (garden, id, news) => {
    garden.plots.set(id, news);
    return { harvest: "much" };
  },
  delete: (garden, id) => {
    garden.plots.delete(id);
  },
};

/** A face over gardens by region; regions are found again when a provider is configured again. */
export function gardenFace(gardens = new Map<string, Garden>()): ProviderFace<Garden> {
  return {
    name: "aws",
    schema: {
      package: "aws",
      version: "9.8.7",
      configuration: {
        region: { type: "string" },
        retries: { type: "number" },
        keepers: { type: { list: { object: { name: { type: "string" } } } } },
        token: { type: "string", secret: true },
      },
    },
    modelledConfiguration: ["region", "keepers.name"],
    acceptedConfiguration: ["retries"],
    configure: (config) => {
      const region = config["region"] as string;
      if (region === "moon") throw new Error("there are no gardens on the moon");
      const garden = gardens.get(region) ?? { region, plots: new Map<string, Inputs>() };
      gardens.set(region, garden);
      return garden;
    },
    resources: [plotFace],
    invokes: [
      {
        schema: {
          token: "aws:index/getGarden:getGarden",
          inputs: { hint: { type: "string" }, owner: { type: "string", required: true } },
          outputs: { region: { type: "string" }, key: { type: "string", secret: true } },
        },
        modelled: ["owner"],
        invoke: (garden, args) => {
          if (args["owner"] === "nobody") {
            throw new CloudError({ cloud: "aws", code: "NoSuchOwner", message: "nobody owns none", status: 404 });
          }
          return { region: garden.region, key: "k" };
        },
      },
    ],
  };
}
