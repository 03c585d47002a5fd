import { expect, it } from "vitest";
import { renderAnalyzeSummary } from "./analyze-text";

it.each([
  [{ lines: 0, unreadable: 0 }, "0 lines"],
  [{ lines: 1, unreadable: 0 }, "1 line"],
  [{ lines: 3, unreadable: 2 }, "3 lines, 2 of them unreadable"],
])("%j: %s", (summary, text) => {
  expect(renderAnalyzeSummary(summary)).toBe(text);
});
