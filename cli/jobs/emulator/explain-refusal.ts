/** What somebody asked for who could not have it. */
interface Asked {
  readonly folder: string;
  readonly port?: number;
}

/** How many ports an emulator serves on, one after the other. */
export const portsOfAnEmulator = 6;

const unusable: ReadonlySet<string> = new Set(["EACCES", "EEXIST", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"]);

/** Why an emulator could not begin to serve, with what to do where the system only gives a code. */
export function explainRefusal(error: unknown, { folder, port }: Asked): unknown {
  if (!(error instanceof Error)) return error;
  // The provider protocol's own server wraps the system's error into a text.
  if (port !== undefined && /EADDRINUSE|listen EACCES/.test(error.message)) {
    const last = port + portsOfAnEmulator - 1;
    return new Error(
      `Of the ports ${port} to ${last} one is taken, or not for you: give another --port, or none for free ones.`,
      { cause: error },
    );
  }
  const { code = "" } = error as NodeJS.ErrnoException;
  if (!unusable.has(code)) return error;
  return new Error(`${folder} cannot keep an emulator's state (${code}): give another folder by --state.`, {
    cause: error,
  });
}
