/** An id to compare by: Graph writes GUIDs in either letter case. */
export function comparableId(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : id;
}
