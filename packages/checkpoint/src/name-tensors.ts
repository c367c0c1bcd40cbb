import type { CheckpointTensor, TensorLayout } from './checkpoint.js';
import type { Family } from './families/family.js';
import type { StoredTensor } from './safetensors/stored-tensor.js';

const QKV = ['attn_q', 'attn_k', 'attn_v'] as const;

/** A name taken apart: `model.layers.3.self_attn.q_proj.weight`. */
interface HubName {
  readonly layer: string | undefined;
  /** Without layer and end. */
  readonly part: string;
  readonly end: string;
}

/** Gives the tensors of a checkpoint the names that graphs use. One without such a name keeps its own. */
export function nameTensors(
  stored: readonly StoredTensor[],
  { family, heads }: { readonly family: Family; readonly heads: number },
): readonly CheckpointTensor[] {
  const stacks = new Map<string, Map<number, StoredTensor>>();
  const tensors = stored.flatMap((from): readonly CheckpointTensor[] => {
    const { layer, part, end } = takeApart(from.name, family);
    const [place, number] = stackPlace(part, family);
    const inLayer = (ours: string): string => `blk.${layer}.${ours}.${end}`;
    if (layer === undefined) return [named(family.names.model[part], end, from, family)];
    if (place !== undefined) {
      const stack = stacks.get(inLayer(place)) ?? new Map<number, StoredTensor>();
      stacks.set(inLayer(place), stack.set(number, from));
      return [];
    }
    if (part === family.headwise) {
      return QKV.map((ours, i) => {
        const layout = { kind: 'headwise', from, heads, parts: QKV.length, part: i } as const;
        return toTensor(inLayer(ours), [(from.shape[0] ?? 0) / QKV.length, ...from.shape.slice(1)], layout);
      });
    }
    const ours = family.names.parts[part];
    return [named(ours === undefined ? undefined : `blk.${layer}.${ours}`, end, from, family)];
  });
  return [...tensors, ...[...stacks].map(([name, entries]) => stacked(name, entries))];
}

/** A tensor that follows from the configuration. */
export function computedTensor(name: string, numbers: Float32Array): CheckpointTensor {
  return toTensor(name, [numbers.length], { kind: 'computed', numbers });
}

function takeApart(name: string, { names }: Family): HubName {
  const end = /\.(?<end>weight|bias)$/.exec(name)?.groups?.['end'] ?? '';
  const stem = end === '' ? name : name.slice(0, -end.length - 1);
  const inLayer = stem.startsWith(`${names.layers}.`) ? stem.slice(names.layers.length + 1) : '';
  const { layer, part = stem } = /^(?<layer>\d+)\.(?<part>.+)$/.exec(inLayer)?.groups ?? {};
  return { layer, part, end };
}

/** The stack that a tensor belongs to, and its place there. */
function stackPlace(part: string, { stacks = {} }: Family): readonly [string | undefined, number] {
  const number = /\.(?<number>\d+)(?=\.|$)/.exec(part)?.groups?.['number'];
  const pattern = number === undefined ? part : part.replace(`.${number}`, '.*');
  return [Object.hasOwn(stacks, pattern) ? stacks[pattern] : undefined, Number(number)];
}

function named(ours: string | undefined, end: string, from: StoredTensor, family: Family): CheckpointTensor {
  const isNorm = ours?.endsWith('norm') === true && end === 'weight';
  const kind = family.normsAddOne === true && isNorm ? 'plus-one' : 'stored';
  return toTensor(ours === undefined ? from.name : `${ours}.${end}`, from.shape, { kind, from });
}

/** Entries that are missing, or of another shape, leave a stack that does not fit the graph. */
function stacked(name: string, entries: ReadonlyMap<number, StoredTensor>): CheckpointTensor {
  const [first, ...rest] = [...entries].toSorted(([a], [b]) => a - b).map(([, tensor]) => tensor);
  const from = [first!, ...rest] as const; // A stack begins with its first entry.
  return toTensor(name, [from.length, ...from[0].shape], { kind: 'stack', from });
}

/** shape: slowest axis first. */
function toTensor(name: string, shape: readonly number[], layout: TensorLayout): CheckpointTensor {
  const elements = shape.reduce((product, length) => product * length, 1);
  const [from] = layout.kind === 'computed' ? [] : [layout.from].flat();
  return {
    name,
    type: from?.dtype ?? 'F32',
    shape: shape.toReversed(),
    elements,
    path: from?.path ?? '',
    offset: from?.offset ?? 0,
    sizeBytes: from?.sizeBytes ?? 0,
    layout,
  };
}
