import { open } from "node:fs/promises";
import type { ServiceAuthorizationReference } from "#core/aws/service-reference";
import { loadServices, servicesNamed } from "#reference-data";
import { analyzeLines, type AnalyzeSummary } from "./analyze-lines";
import { analyzeConditionalAccessLine } from "./conditional-access";
import { analyzeDocumentsLine, type DocumentSurroundings } from "./documents";

export interface AnalyzeOptions {
  /** A file of JSON lines. @default `input` */
  readonly file?: string;
  readonly input: AsyncIterable<string | Buffer>;
  /** Questions about Conditional Access instead of policy documents. @default false */
  readonly conditionalAccess?: boolean;
  readonly write: (line: string) => Promise<void> | void;
}

/** The file of lines that was named is none. */
export class UnreadableLines extends Error {}

/**
 * Answers lines of questions, as they come.
 *
 * @throws UnreadableLines where the file cannot be read
 */
export async function runAnalyze({ file, input, conditionalAccess, write }: AnalyzeOptions): Promise<AnalyzeSummary> {
  const chunks = file === undefined ? input : await chunksOf(file);
  if (conditionalAccess === true) return analyzeLines(chunks, analyzeConditionalAccessLine, write);
  const surroundings: DocumentSurroundings = { now: Date.now(), services: servicesOnDemand() };
  return analyzeLines(chunks, (line) => analyzeDocumentsLine(line, surroundings), write);
}

async function chunksOf(file: string): Promise<AsyncIterable<string | Buffer>> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw new Error("it is a folder");
    }
    return handle.createReadStream();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableLines(`a file of JSON lines is expected, but ${file} cannot be read: ${reason}`);
  }
}

/** Each service is read once, whatever the number of lines that name it. */
function servicesOnDemand(): DocumentSurroundings["services"] {
  const named = new Set<string>();
  let loaded: ServiceAuthorizationReference | undefined;
  return async (documents) => {
    const missing = servicesNamed(documents).filter((name) => !named.has(name));
    if (loaded !== undefined && missing.length === 0) return loaded;
    missing.forEach((name) => named.add(name));
    loaded = await loadServices(missing, loaded);
    return loaded;
  };
}
