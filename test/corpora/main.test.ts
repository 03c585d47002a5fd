import { expect, it } from "vitest";
import { measureAll } from "./main";
import { measure } from "./measure";

it.each([...measureAll(Date.parse("2026-11-25T00:00:00Z"))])("$corpus: nearly all of $cases cases", (measured) => {
  expect(measured.wrong).toEqual([]);
  expect(measured.recall).toBeGreaterThanOrEqual(0.99);
  expect(measured.precision).toBeGreaterThanOrEqual(0.99);
});

it("counts what was missed, what was found wrongly, and no answer as missed", () => {
  const judged = [
    { title: "found", expected: true, given: true },
    { title: "missed", expected: true, given: false },
    { title: "unanswered", expected: true, given: undefined },
    { title: "wrong", expected: false, given: true },
    { title: "left alone", expected: false, given: false },
  ];
  expect(measure("x", judged)).toEqual({
    corpus: "x",
    cases: 5,
    recall: 1 / 3,
    precision: 1 / 2,
    wrong: ["missed", "unanswered", "wrong"],
  });
});
