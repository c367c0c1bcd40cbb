/** Names in a row; of many the first two and how many there are. */
export function shortList(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} … (${names.length})`;
}
