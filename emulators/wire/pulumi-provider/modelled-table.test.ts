import { describe, expect, it } from "vitest";

import { faceProblems } from "./face-problems";
import { modelledTable } from "./modelled-table";
import { gardenFace, plotFace } from "./made-up-face.test-support";

describe("the table of what is modelled", () => {
  it("has a row for each input of the configuration, the resources and the functions", () => {
    expect(modelledTable(gardenFace()).split("\n")).toEqual([
      "| type | property | required | secret | change replaces | emulated |",
      "| --- | --- | --- | --- | --- | --- |",
      "| `aws` | `region` |  |  |  | modelled |",
      "| `aws` | `retries` |  |  |  | accepted, without effect here |",
      "| `aws` | `keepers` |  |  |  | modelled: `keepers.name` |",
      "| `aws` | `token` |  | yes |  | refused |",
      "| `aws:garden/plot:Plot` | `name` |  |  | yes (made up) | modelled |",
      "| `aws:garden/plot:Plot` | `soil` | yes |  | yes (made up) | modelled |",
      "| `aws:garden/plot:Plot` | `size` |  |  |  | modelled |",
      "| `aws:garden/plot:Plot` | `fenced` |  |  |  | modelled |",
      "| `aws:garden/plot:Plot` | `plan` |  |  |  | modelled |",
      "| `aws:garden/plot:Plot` | `tags` |  |  |  | modelled |",
      "| `aws:garden/plot:Plot` | `plants` |  |  |  | modelled |",
      "| `aws:garden/plot:Plot` | `rows` |  |  |  | modelled |",
      "| `aws:garden/plot:Plot` | `gate` |  |  | yes: `gate.lock` (made up) | modelled: `gate.colour`, `gate.lock.code` |",
      "| `aws:garden/plot:Plot` | `password` |  | yes |  | modelled |",
      "| `aws:garden/plot:Plot` | `greenhouse` |  |  |  | refused |",
      "| `aws:garden/plot:Plot` | `pond` |  |  | yes, when it comes or goes (made up) | modelled |",
      "| `aws:index/getGarden:getGarden` | `hint` |  |  |  | refused |",
      "| `aws:index/getGarden:getGarden` | `owner` | yes |  |  | modelled |",
    ]);
  });
});

describe("the tables of a face", () => {
  it("name only what the schema has", () => {
    expect(faceProblems(gardenFace())).toEqual([]);
  });

  it("are refused when they name anything else, at any depth", () => {
    const face = {
      ...gardenFace(),
      modelledConfiguration: ["keepers.age"],
      acceptedConfiguration: ["moonlight"],
      resources: [{ ...plotFace, modelled: ["gate.hinge"], computed: ["soil"], sets: ["plants"] }],
    };
    expect(faceProblems(face)).toEqual([
      "aws: modelledConfiguration names keepers.age, which the schema does not have",
      "aws: acceptedConfiguration names moonlight, which the schema does not have",
      "aws:garden/plot:Plot: modelled names gate.hinge, which the schema does not have",
      "aws:garden/plot:Plot: computed names soil, which the schema does not have",
    ]);
  });
});
