import { createHmac } from "node:crypto";

/**
 * The SMTP password that Amazon SES derives from a secret access key.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html
 */
export function sesSmtpPassword(secretAccessKey: string, region: string): string {
  const steps = ["11111111", region, "ses", "aws4_request", "SendRawEmail"];
  const signature = steps.reduce(
    (key, step) => createHmac("sha256", key).update(step).digest(),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  return Buffer.concat([Buffer.from([0x04]), signature]).toString("base64");
}
