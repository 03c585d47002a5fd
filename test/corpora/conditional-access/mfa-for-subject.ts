import type { LabelledQuestion } from "./labelled-case";
import { policyForAll } from "./policy-for-all";

const subject = { groupIds: ["developers"], appId: "aws" };
const forAws = { includeApplications: ["aws"] };
const forDevelopers = { includeUsers: [], includeGroups: ["developers"] };

export const mfaForSubject: LabelledQuestion = {
  question: "mfa-for-subject",
  source: "What none of the published checks asks",
  cases: [
    {
      title: "the group and the application",
      answer: "yes",
      policies: [policyForAll({ users: forDevelopers, applications: forAws })],
      subject,
    },
    { title: "everybody and everything", answer: "yes", policies: [policyForAll()], subject },
    {
      title: "another group",
      answer: "no",
      policies: [
        policyForAll({ users: { includeUsers: [], includeGroups: ["administrators"] }, applications: forAws }),
      ],
      subject,
    },
    {
      title: "another application",
      answer: "no",
      policies: [policyForAll({ users: forDevelopers, applications: { includeApplications: ["crm"] } })],
      subject,
    },
    {
      title: "the application is left out",
      answer: "no",
      policies: [policyForAll({ applications: { excludeApplications: ["aws"] } })],
      subject,
    },
    {
      title: "another application is left out",
      answer: "yes",
      policies: [policyForAll({ applications: { excludeApplications: ["crm"] } })],
      subject,
    },
    {
      title: "a group that the subject is not in is left out",
      answer: "yes",
      policies: [policyForAll({ users: { excludeGroups: ["break-glass"] } })],
      subject,
    },
    {
      title: "one of the subject's groups is left out",
      answer: "no",
      policies: [policyForAll({ users: { excludeGroups: ["developers"] } })],
      subject,
    },
    {
      title: "a user is left out who may be the subject",
      answer: "undetermined",
      policies: [policyForAll({ users: { excludeUsers: ["bob"] } })],
      subject,
    },
    {
      title: "an accepted user is left out",
      answer: "yes",
      policies: [policyForAll({ users: { excludeUsers: ["bob"] } })],
      subject,
      tenant: { excluded: { userIds: ["bob"] } },
    },
    {
      title: "a role is left out that the subject may hold",
      answer: "undetermined",
      policies: [policyForAll({ users: { excludeRoles: ["printer-technician"] } })],
      subject,
    },
    {
      title: "a filter that the application may fit",
      answer: "undetermined",
      policies: [
        policyForAll({
          applications: {
            includeApplications: [],
            applicationFilter: { mode: "include", rule: 'CustomSecurityAttribute.a_b -eq "c"' },
          },
        }),
      ],
      subject,
    },
    {
      title: "browsers only",
      answer: "no",
      policies: [
        policyForAll({ users: forDevelopers, applications: forAws, conditions: { clientAppTypes: ["browser"] } }),
      ],
      subject,
    },
    {
      title: "MFA or a hybrid joined device",
      answer: "no",
      policies: [
        policyForAll({
          users: forDevelopers,
          applications: forAws,
          grant: { operator: "OR", builtInControls: ["mfa", "domainJoinedDevice"] },
        }),
      ],
      subject,
    },
    {
      title: "no application is told",
      answer: "undetermined",
      policies: [policyForAll()],
      subject: { groupIds: ["developers"] },
    },
  ],
};
