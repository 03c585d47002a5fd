import { describe, expect, it } from "vitest";
import { isComputeService } from "./compute-services";

describe("isComputeService", () => {
  it.each([
    ["ec2.amazonaws.com", true],
    ["EC2.amazonaws.com", true],
    ["ec2.amazonaws.com.cn", true],
    ["pods.eks.amazonaws.com", true],
    ["events.amazonaws.com", false],
    ["ec2.example.com", false],
  ])("knows whether %s runs somebody's code: %s", (service, expected) => {
    expect(isComputeService(service)).toBe(expected);
  });
});
