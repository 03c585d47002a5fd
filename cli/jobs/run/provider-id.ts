/** The object id in an id as azuread writes it: `/applications/<id>`, or the bare id. */
export function idIn(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
