import type { LabelledQuestion } from "./labelled-case";
import { policyForAll } from "./policy-for-all";

const either = { operator: "OR", builtInControls: ["compliantDevice", "domainJoinedDevice"] };
const registering = { includeApplications: [], includeUserActions: ["urn:user:registersecurityinfo"] };

export const managedDeviceRequired: LabelledQuestion = {
  question: "managed-device-required",
  source: "ScubaGear MS.AAD.3.7v1",
  cases: [
    { title: "a device of either kind", answer: "yes", policies: [policyForAll({ grant: either })] },
    {
      title: "a compliant device",
      answer: "yes",
      policies: [policyForAll({ grant: { operator: "OR", builtInControls: ["compliantDevice"] } })],
    },
    {
      title: "a device or MFA",
      answer: "no",
      policies: [policyForAll({ grant: { operator: "OR", builtInControls: ["compliantDevice", "mfa"] } })],
    },
    {
      title: "a device and MFA",
      answer: "yes",
      policies: [policyForAll({ grant: { operator: "AND", builtInControls: ["compliantDevice", "mfa"] } })],
    },
    {
      title: "managed devices are left out, the rest is asked",
      answer: "yes",
      policies: [
        policyForAll({
          grant: either,
          conditions: {
            devices: {
              deviceFilter: {
                mode: "exclude",
                rule: 'device.isCompliant -eq True -or device.trustType -eq "ServerAD"',
              },
            },
          },
        }),
      ],
    },
    {
      title: "compliant devices are left out, the rest is asked",
      answer: "yes",
      policies: [
        policyForAll({
          grant: either,
          conditions: { devices: { includeDevices: ["All"], excludeDevices: ["Compliant"] } },
        }),
      ],
    },
    {
      title: "one platform only",
      answer: "no",
      policies: [policyForAll({ grant: either, conditions: { platforms: { includePlatforms: ["windows"] } } })],
    },
    {
      title: "an approved application",
      answer: "no",
      policies: [policyForAll({ grant: { operator: "OR", builtInControls: ["approvedApplication"] } })],
    },
  ],
};

export const managedDeviceToRegister: LabelledQuestion = {
  question: "managed-device-to-register-security-info",
  source: "ScubaGear MS.AAD.3.8v1",
  cases: [
    { title: "the user action", answer: "yes", policies: [policyForAll({ applications: registering, grant: either })] },
    { title: "all applications", answer: "no", policies: [policyForAll({ grant: either })] },
    {
      title: "the registration of devices",
      answer: "no",
      policies: [
        policyForAll({
          applications: { includeApplications: [], includeUserActions: ["urn:user:registerdevice"] },
          grant: either,
        }),
      ],
    },
    { title: "MFA in place of a device", answer: "no", policies: [policyForAll({ applications: registering })] },
    {
      title: "trusted locations are left out",
      answer: "no",
      policies: [
        policyForAll({
          applications: registering,
          grant: either,
          conditions: { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } },
        }),
      ],
    },
  ],
};
