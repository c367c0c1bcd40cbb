/** Levenshtein distance, two rows at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/**
 * Names that the user may have meant: those that contain the name (or are contained in it) and those within a third of
 * its length in edits, nearest first, at most five.
 */
export function nearNames(name: string, known: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const candidates: { readonly name: string; readonly distance: number }[] = [];
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const contains = wanted.length > 2 && other.length > 2 && (other.includes(wanted) || wanted.includes(other));
    const distance = Math.abs(other.length - wanted.length) > limit ? Infinity : editDistance(wanted, other);
    if (distance <= limit) candidates.push({ name: candidate, distance });
    else if (contains) candidates.push({ name: candidate, distance: limit + Math.abs(other.length - wanted.length) });
  }
  return candidates
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, 5)
    .map((candidate) => candidate.name);
}

/** `Did you mean a, b or c?`, or the fallback where nothing is near. */
export function suggest(name: string, known: Iterable<string>, fallback: string): string {
  const near = nearNames(name, known);
  if (near.length === 0) return fallback;
  const last = near.at(-1) ?? '';
  const text = near.length === 1 ? last : `${near.slice(0, -1).join(', ')} or ${last}`;
  return `Did you mean ${text}? ${fallback}`;
}
