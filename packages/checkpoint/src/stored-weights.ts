import type { Family, FamilyConfig } from './families/family.js';
import { nameInModel } from './name-tensors.js';
import type { StoredTensor } from './safetensors/stored-tensor.js';

/**
 * A model's weights among the tensors of its files, under the names that its class gives them: without tables that are no weights, and
 * without further copies of one tensor, be it of a tied embedding, which transformers does not read, or of a table that two parts of a
 * model share.
 */
export function storedWeights(
  tensors: readonly StoredTensor[],
  family: Family,
  { isTied }: Pick<FamilyConfig, 'isTied'>,
): readonly StoredTensor[] {
  const isBuffer = (name: string): boolean =>
    family.buffers?.some((end) => name === end || name.endsWith(`.${end}`)) ?? false;
  const weights = withBase(tensors, family).filter(({ name }) => !isBuffer(name));
  const names = new Set(weights.map(({ name }) => name));
  return weights.filter(({ name }) => {
    const place = name.replace(/\.weight$/, '');
    const ours = nameInModel(place, family);
    if (ours === 'output') return !isTied;
    const copies = Object.keys(family.names.model).filter((other) => family.names.model[other] === ours);
    return ours === undefined || place === (copies.find((other) => names.has(`${other}.weight`)) ?? place);
  });
}

/** A file that was saved without the model's head has all names without what they begin with. */
function withBase(tensors: readonly StoredTensor[], { names }: Family): readonly StoredTensor[] {
  const { base } = names;
  if (base === undefined || tensors.some(({ name }) => name.startsWith(`${base}.`))) return tensors;
  return tensors.map((tensor) => {
    const isHead = nameInModel(tensor.name.replace(/\.(weight|bias)$/, ''), { names }) !== undefined;
    return isHead ? tensor : { ...tensor, name: `${base}.${tensor.name}` };
  });
}
