import { UserError } from '@understudy/core';
import { SPEC_FORMS } from './parse-model-spec.js';

/** The error for a name that is no catalog id, with the ids that look like it. */
export function unknownModelError(name: string, ids: readonly string[]): UserError {
  const near = nearNames(name, ids);
  return new UserError({
    code: 'model-unknown',
    message: `There is no model ${JSON.stringify(name)} in the catalog.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`,
    hint: `\`understudy models ls\` lists the catalog. A model can be ${SPEC_FORMS}.`,
    values: { name, near },
  });
}

/** Up to three names that contain the given one, or are a few typing errors away; the nearest first. */
function nearNames(name: string, ids: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  return ids
    .map((id) => ({ id, distance: id.includes(wanted) || wanted.includes(id) ? 0 : editDistance(wanted, id) }))
    .filter(({ id, distance }) => distance <= Math.max(2, id.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ id }) => id);
}

/** Insertions, deletions and replacements that turn one text into the other (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
