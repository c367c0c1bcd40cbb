import type { Rows } from './weights.js';

/** Which rows of a model's tensors were asked for. */
export class UsedRows {
  /** By tensor: how many rows from each start on. */
  readonly #used = new Map<string, Map<number, number>>();

  add(name: string, { start, count }: Rows): void {
    const used = this.#used.get(name) ?? new Map<number, number>();
    used.set(start, Math.max(count, used.get(start) ?? 0));
    this.#used.set(name, used);
  }

  /** How many rows of a tensor were asked for. */
  count(name: string): number {
    return [...(this.#used.get(name)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }
}
