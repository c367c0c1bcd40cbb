import type { TokenGrid } from './token-grid.js';

/**
 * Place of each column's token in its own sequence: first those of the prefix, of which the `held` last ones are there, token `start`
 * being the first of them; then the grid's own: [batch, held + width].
 */
export function columnPositions(
  { batch, width, positions }: Pick<TokenGrid, 'batch' | 'width' | 'positions'>,
  { held, start }: { readonly held: number; readonly start: number },
): Float32Array {
  const columns = held + width;
  const places = new Float32Array(batch * columns);
  for (let row = 0; row < batch; row++) {
    for (let i = 0; i < held; i++) places[row * columns + i] = start + i;
    places.set(positions.subarray(row * width, (row + 1) * width), row * columns + held);
  }
  return places;
}

/** The same for texts that take a step: their tokens stand in order, so place and column differ by what a window has dropped. */
export function slotColumnPositions(held: Int32Array, positions: Int32Array, columns: number): Float32Array {
  const places = new Float32Array(held.length * columns);
  return places.map((_, i) => {
    const text = Math.floor(i / columns);
    return (positions[text] ?? 0) - (held[text] ?? 0) + (i % columns);
  });
}
