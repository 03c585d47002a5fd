import { XmlList } from "#emulators/wire/aws-query";

import { accountSummary } from "../state/account-summary";
import { type Operation, services } from "./operation";

export const accountOperations: readonly Operation[] = [
  {
    service: services.iam,
    name: "GetAccountSummary",
    parameters: [],
    signed: true,
    call: () => ({ action: "iam:GetAccountSummary", resource: "*" }),
    run: (handle) => {
      const entries = Object.entries(accountSummary(handle.read())).map(([key, value]) => ({ key, value }));
      return { result: { SummaryMap: new XmlList("entry", entries) } };
    },
  },
  {
    service: services.iam,
    name: "ListAccountAliases",
    parameters: ["Marker", "MaxItems"],
    signed: true,
    call: () => ({ action: "iam:ListAccountAliases", resource: "*" }),
    // Nothing here gives an account an alias.
    run: () => ({ result: { AccountAliases: [], IsTruncated: false } }),
  },
];
