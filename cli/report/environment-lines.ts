/**
 * `export NAME='value'` lines for a POSIX shell to evaluate. `PATH` is written so that the shell's own stays behind it.
 */
export function renderEnvironment(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}=${quoted(value)}${name === "PATH" ? `:"$PATH"` : ""}\n`)
    .join("");
}

/** Inside single quotes a shell takes everything as it stands, but for the quote itself. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
