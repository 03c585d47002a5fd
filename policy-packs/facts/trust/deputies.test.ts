import { describe, expect, it } from "vitest";
import { isDeputy } from "./deputies";

describe("isDeputy", () => {
  it.each([
    ["scheduler.amazonaws.com", true],
    ["logs.eu-central-1.amazonaws.com", true],
    ["logs.us-gov-west-1.amazonaws.com", true],
    ["logs.cn-north-1.amazonaws.com.cn", true],
    ["ec2.amazonaws.com", false],
    ["scheduler.example.com", false],
    ["notscheduler.amazonaws.com", false],
  ])("knows whether %s acts for others: %s", (service, expected) => {
    expect(isDeputy(service)).toBe(expected);
  });
});
