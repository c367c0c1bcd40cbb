import type { CheckpointTensor } from './checkpoint.js';
import type { FamilyConfig } from './families/family.js';

/**
 * What of a model's parts is not there though its configuration says so, or the other way round; undefined when all is well. Graphs take
 * a bias, a second norm or a matrix for the logits as they find it, so that a missing one would go unnoticed.
 */
export function missingParts(
  tensors: readonly CheckpointTensor[],
  { metadata, biases, parts = {}, tensors: others = {}, isTied }: FamilyConfig,
): string | undefined {
  const names = new Set(tensors.map(({ name }) => name));
  const layers = Array.from({ length: Number(metadata['block_count']) }, (_, i) => `blk.${i}`);
  const expected: readonly (readonly [string, boolean])[] = [
    ['output.weight', !isTied],
    ...Object.entries(others),
    ...layers.flatMap((layer) => [
      ...Object.entries(biases).map(([part, isThere]) => [`${layer}.${part}.bias`, isThere] as const),
      ...Object.entries(parts).map(([part, isThere]) => [`${layer}.${part}.weight`, isThere] as const),
    ]),
  ];
  const wrong = expected.find(([name, isThere]) => names.has(name) !== isThere);
  if (wrong === undefined) return undefined;
  const [name, isThere] = wrong;
  return isThere
    ? `its configuration asks for a tensor that its files lack (${name})`
    : `its files have a tensor that its configuration does not know (${name})`;
}
