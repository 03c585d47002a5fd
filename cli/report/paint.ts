import { styleText } from "node:util";

/** How a text is emphasised; on what is no terminal every one of these returns its text as it is. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

type Style = Parameters<typeof styleText>[0];

/** Colours on a terminal, unless https://no-color.org says otherwise. */
export function paintFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
  const isColoured = stream.isTTY === true && !environment["NO_COLOR"];
  const paint = (style: Style) => (text: string) =>
    isColoured ? styleText(style, text, { validateStream: false }) : text;
  return { strong: paint("bold"), faint: paint("dim"), good: paint("green"), bad: paint("red") };
}
