const SHOWN = 3;

/** The first names of a list, and how many there are more. */
export function shortList(names: readonly string[], more: (count: number) => string): string {
  const shown = names.slice(0, names.length === SHOWN + 1 ? SHOWN + 1 : SHOWN).join(', ');
  return names.length <= SHOWN + 1 ? shown : `${shown} ${more(names.length - SHOWN)}`;
}
