/**
 * The background of a cell on a diverging scale: orange below the middle, blue above it, the surface in the middle; a pair that people
 * with any colour vision tell apart, and never so strong that the number in the cell is hard to read.
 */
export function divergingColour(value: number, scale: { readonly middle: number; readonly reach: number }): string {
  const strength = Math.min(1, Math.abs(value - scale.middle) / scale.reach);
  const share = Math.round(strength * 62);
  const end = value < scale.middle ? 'var(--diverging-low)' : 'var(--diverging-high)';
  return `color-mix(in oklab, ${end} ${share}%, var(--surface))`;
}

/** The background of a count: from the surface to blue, by the square root, as the area of votes that it stands for. */
export function countColour(value: number, largest: number): string {
  const share = largest === 0 ? 0 : Math.round(Math.sqrt(value / largest) * 55);
  return `color-mix(in oklab, var(--diverging-high) ${share}%, var(--surface))`;
}
