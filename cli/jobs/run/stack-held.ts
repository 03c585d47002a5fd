import { withoutControls } from "#core/problems";
import type { StackLock } from "#engine";

/** Another run has the stack. */
export class StackHeld extends Error {
  override readonly name = "StackHeld";

  constructor(
    stack: string,
    readonly holders: readonly Pick<StackLock, "user" | "host" | "pid" | "since" | "holder">[],
  ) {
    const isElsewhere = holders.some(({ holder }) => holder === "elsewhere");
    super(
      [
        `The stack ${withoutControls(stack)} is held by another run:`,
        ...holders.map((lock) => `  ${holderText(lock)}`),
        "Wait for its end, or give --wait." +
          (isElsewhere ? " Whether it still runs cannot be seen from this host; if it does not: pulumi cancel" : ""),
      ].join("\n"),
    );
  }
}

/** `alice@build-7, process 4711, since 2026-11-24T10:00:00Z` */
export function holderText({ user, host, pid, since }: Pick<StackLock, "user" | "host" | "pid" | "since">): string {
  const who = withoutControls(`${user}@${host}`);
  return `${who}, process ${pid}, since ${since.toISOString().replace(/\.\d+Z$/, "Z")}`;
}
