import { isAtLeast, oldestEngine } from "#engine";
import { shellCommand } from "../run/shell-command";
import type { Examination } from "./examination";

const group = "engine";

/** A provider or SDK that the engine or the project brings along. */
export interface FoundPackage {
  readonly name: string;
  readonly version: string | undefined;
  /** A range of semantic versions as npm writes it, of the form `>=7.0.0 <8`. */
  readonly expected: string;
  readonly isOptional: boolean;
  /** The provider whose SDK it is. */
  readonly plugin?: string;
}

/** Whether engine and packages are of versions that the components are made for. */
export function examineEngine(
  engine: { version: string; origin: string },
  packages: readonly FoundPackage[],
): Examination[] {
  return [examinePulumi(engine), ...packages.flatMap(examinePackage)];
}

function examinePulumi({ version, origin }: { version: string; origin: string }): Examination {
  const subject = {
    group,
    name: "pulumi",
    given: `${version}, ${origin}`,
    expected: `at least ${oldestEngine}`,
  } as const;
  return isAtLeast(version, oldestEngine)
    ? { ...subject, outcome: "ok" }
    : { ...subject, outcome: "missing", remedy: "install a newer pulumi: https://www.pulumi.com/docs/install/" };
}

function examinePackage({ name, version, expected, isOptional }: FoundPackage): Examination[] {
  const subject = { group, name, expected } as const;
  const commands = [shellCommand(["npm", "install", `${name}@${expected}`])];
  if (version === undefined) {
    return isOptional
      ? []
      : [{ ...subject, outcome: "missing", given: "not installed", remedy: "install it in the project", commands }];
  }
  return isWithin(version, expected)
    ? [{ ...subject, outcome: "ok", given: version }]
    : [{ ...subject, outcome: "missing", given: version, remedy: "install a version that fits", commands }];
}

/** Whether a version lies in a range of the form `>=7.0.0 <8`. */
export function isWithin(version: string, range: string): boolean {
  return range.split(/\s+/).every((part) => {
    const [, operator = "", bound = ""] = /^(>=|<)(.+)$/.exec(part) ?? [];
    const reaches = isAtLeast(version, /^\d+$/.test(bound) ? `${bound}.0.0` : bound);
    return operator === "<" ? !reaches : operator === ">=" && reaches;
  });
}
