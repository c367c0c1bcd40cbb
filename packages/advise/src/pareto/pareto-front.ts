import { dominates, type ParetoPoint } from './dominance.js';

/** Where a model stands. */
export interface ParetoPlace {
  readonly isOnFront: boolean;
  /** Ids of the models that dominate it. */
  readonly dominatedBy: readonly string[];
}

/**
 * The models that no other one dominates, by id. What noise leaves open may lead in a circle (a dominates b, b dominates c, c dominates a):
 * the models of a circle that nobody outside of it dominates are all on the front, so that it is never empty.
 */
export function paretoFront(points: readonly ParetoPoint[], margin: number): ReadonlyMap<string, ParetoPlace> {
  const above = new Map(
    points.map((point) => [
      point.id,
      points.filter((other) => other !== point && dominates(other, point, margin)).map(({ id }) => id),
    ]),
  );
  return new Map(
    points.map(({ id }) => {
      const reachable = allAbove(id, above);
      const isOnFront = [...reachable].every((other) => allAbove(other, above).has(id));
      return [id, { isOnFront, dominatedBy: above.get(id) ?? [] }];
    }),
  );
}

/** All that dominate a model, directly or through others. */
function allAbove(id: string, above: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(above.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(above.get(next) ?? []));
  }
  return found;
}
