import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { withoutControls } from "#core/problems";
import { parseMetadata } from "#core/saml/metadata";
import { diagnoseSignIn, type SignInDiagnosis, UnreadableResponse } from "./diagnose-sign-in";
import { federationReader, type FederationReader } from "./federation-reader";
import type { PlannedAccount } from "./planned-account";
import { readPlan } from "./read-plan";
import { openStackAws } from "./stack-aws";

/** What {@link runSignInDoctor} may be told. */
export interface SignInDoctorOptions {
  /** A file, or `-` for standard input. */
  readonly response: string;
  readonly metadata?: string;
  readonly at?: Date;
  readonly role?: string;
  /** The folder of a stack whose settings are shown beside the response. @default no stack */
  readonly folder?: string;
  readonly stack?: string;
  readonly configFile?: string;
  readonly signal?: AbortSignal;
}

/** In bytes; more than any recording of a sign-in. */
const longestInput = 50_000_000;

/**
 * Reads a pasted SAML response and explains it, by the account where somebody is signed in to it, and by the stack.
 *
 * @throws UnreadableResponse, UnreadableConfig, EngineRefused
 */
export async function runSignInDoctor(
  options: SignInDoctorOptions,
  progress: (text: string) => void,
): Promise<SignInDiagnosis> {
  const { signal, at, role } = options;
  const text = await readInput(options.response, progress, signal);
  const metadata = options.metadata === undefined ? undefined : await readMetadata(options.metadata);
  const stack = await stackOf(options, progress);
  progress("looking up provider and roles");
  const opened = await readerOf(stack?.config ?? {}, stack?.account, signal);
  const { notes, ...rest } = await diagnoseSignIn(
    {
      text,
      now: new Date(),
      ...(at === undefined ? {} : { at }),
      ...(role === undefined ? {} : { role }),
      ...(metadata === undefined ? {} : { metadata }),
    },
    {
      ...(stack === undefined ? {} : { account: stack.account }),
      ...("reader" in opened ? { reader: opened.reader } : {}),
    },
  );
  return { ...rest, notes: "note" in opened ? [opened.note, ...notes] : notes };
}

async function readInput(
  file: string,
  progress: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (file === "-") progress("reading standard input, to its end (Ctrl-D)");
  const source = file === "-" ? process.stdin : createReadStream(file);
  if (signal !== undefined) addAbortSignal(signal, source);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk as Buffer);
      size += bytes.length;
      if (size > longestInput) {
        throw new UnreadableResponse(`more than ${longestInput} bytes: give the one request to AWS, not the recording`);
      }
      chunks.push(bytes);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof UnreadableResponse ? error : unreadable(file, error);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function readMetadata(file: string): Promise<string> {
  const xml = await readFile(file, "utf8").catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const parsed = parseMetadata(xml.replace(/^\uFEFF/, ""));
  if ("metadata" in parsed) return xml.replace(/^\uFEFF/, "");
  const problems = parsed.problems.map(({ given, expected }) => `  ${withoutControls(given)}; expected ${expected}`);
  throw new UnreadableResponse([`${withoutControls(file)} is no SAML metadata:`, ...problems].join("\n"));
}

function unreadable(file: string, error: unknown): UnreadableResponse {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new UnreadableResponse(`${withoutControls(file)} cannot be read${code === "" ? "" : ` (${code})`}`);
}

async function stackOf(
  { folder, ...options }: SignInDoctorOptions,
  progress: (text: string) => void,
): Promise<{ config: Readonly<Record<string, unknown>>; account: PlannedAccount } | undefined> {
  if (folder === undefined) return undefined;
  const { settings, plan } = await readPlan({ ...options, folder }, progress);
  return { config: settings.config, account: plan };
}

/** Nobody needs to be signed in: then what the account would tell is unknown, and why is said. */
async function readerOf(
  config: Readonly<Record<string, unknown>>,
  account: PlannedAccount | undefined,
  signal: AbortSignal | undefined,
): Promise<{ reader: FederationReader } | { note: string }> {
  try {
    const { iam, caller } = await openStackAws(config, account?.partition ?? "aws", signal);
    return { reader: federationReader(iam, caller.accountId) };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { note: `AWS was not asked: ${error instanceof Error ? error.message : String(error)}` };
  }
}
