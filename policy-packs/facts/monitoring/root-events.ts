import { anyValue, type EventValue } from "./event-pattern";

/** Where CloudTrail's sign-in events come from. Many published patterns name another source, and match nothing. */
export const signInSource = "aws.signin";

/**
 * Sign-ins of the account's root, as EventBridge passes them on, with MFA and without: a pattern has to match both.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html.
 */
export const rootSignIns: readonly EventValue[] = ["Yes", "No"].map((MFAUsed) => ({
  version: anyValue,
  id: anyValue,
  "detail-type": "AWS Console Sign In via CloudTrail",
  source: signInSource,
  account: anyValue,
  time: anyValue,
  region: anyValue,
  resources: anyValue,
  detail: {
    eventVersion: anyValue,
    userIdentity: { type: "Root", principalId: anyValue, arn: anyValue, accountId: anyValue },
    eventTime: anyValue,
    eventSource: "signin.amazonaws.com",
    eventName: "ConsoleLogin",
    awsRegion: anyValue,
    sourceIPAddress: anyValue,
    userAgent: anyValue,
    requestParameters: anyValue,
    responseElements: { ConsoleLogin: "Success" },
    additionalEventData: { MFAUsed, MobileVersion: anyValue, LoginTo: anyValue },
    eventID: anyValue,
    eventType: "AwsConsoleSignIn",
    recipientAccountId: anyValue,
  },
}));
