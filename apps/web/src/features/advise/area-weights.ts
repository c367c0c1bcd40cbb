/** Weights by area as the address has them: `reasoning-math=2,knowledge`. */
export function readAreaWeights(text: string | undefined): Readonly<Record<string, number>> {
  const entries = (text ?? '').split(',').flatMap((part) => {
    const [name = '', weight = '1'] = part.split('=', 2).map((piece) => piece.trim());
    return name !== '' && Number(weight) > 0 ? [[name, Number(weight)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The same written again; areas without a weight are left out. Undefined: none has one. */
export function writeAreaWeights(weights: Readonly<Record<string, number>>): string | undefined {
  const parts = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .map(([name, weight]) => (weight === 1 ? name : `${name}=${weight}`));
  return parts.length === 0 ? undefined : parts.join(',');
}
