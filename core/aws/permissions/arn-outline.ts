/** What of an ARN's pattern is written out, by which most pairs of patterns are told apart at once. */
export interface ArnOutline {
  /** The first five components; `undefined` where a wildcard or a placeholder stands. */
  readonly components: readonly (string | undefined)[];
  /** How the sixth begins. */
  readonly beginning: string;
}

const open = /[*?$\0]/;

/** @param isWhole whether all six components are there; otherwise a wildcard may stand for several */
export function arnOutline(pattern: string, isWhole: boolean): ArnOutline {
  const components = pattern.split(":");
  if (isWhole) {
    const [beginning = ""] = components.slice(5).join(":").split(open, 1);
    return { components: components.slice(0, 5).map(unlessOpen), beginning };
  }
  const firstOpen = components.findIndex((component) => open.test(component));
  return { components: firstOpen < 0 ? components.slice(0, 5) : components.slice(0, firstOpen), beginning: "" };
}

/** Whether the two surely have nothing in common. */
export function areApart(one: ArnOutline, other: ArnOutline): boolean {
  const differs = one.components.some((component, index) => {
    const counterpart = other.components[index];
    return component !== undefined && counterpart !== undefined && component !== counterpart;
  });
  return differs || !(one.beginning.startsWith(other.beginning) || other.beginning.startsWith(one.beginning));
}

function unlessOpen(component: string): string | undefined {
  return open.test(component) ? undefined : component;
}
