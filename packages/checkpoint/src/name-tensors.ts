import { checkpointError } from './checkpoint-error.js';
import type { CheckpointTensor, TensorLayout } from './checkpoint.js';
import type { Family, FamilyConfig, JoinedRows } from './families/family.js';
import type { StoredTensor } from './safetensors/stored-tensor.js';

/** A name taken apart: `model.layers.3.self_attn.q_proj.weight`. */
interface HubName {
  readonly layer: string | undefined;
  /** Without layer and end. */
  readonly part: string;
  readonly end: string;
}

/** How a family's tensors are named and laid out. */
export interface Naming {
  readonly family: Family;
  readonly config: Pick<FamilyConfig, 'joined' | 'unusedRows' | 'unitRows'>;
}

/**
 * Gives the tensors of a checkpoint the names that graphs use. One without such a name keeps its own. Throws `DataError`
 * `checkpoint-tensors` where a matrix has not the rows of its parts.
 */
export function nameTensors(stored: readonly StoredTensor[], naming: Naming): readonly CheckpointTensor[] {
  const { family, config } = naming;
  const stacks = new Map<string, Map<number, StoredTensor>>();
  const tensors = stored.flatMap((from): readonly CheckpointTensor[] => {
    const { layer, part, end } = takeApart(from.name, family);
    const inLayer = (ours: string): string => `blk.${layer}.${ours}.${end}`;
    if (layer === undefined) return [named(nameInModel(part, family), { end, from }, naming)];
    const [place, number] = stackPlace(part, family);
    if (place !== undefined) {
      const stack = stacks.get(inLayer(place)) ?? new Map<number, StoredTensor>();
      stacks.set(inLayer(place), stack.set(number, from));
      return [];
    }
    if (part === config.joined?.part) {
      return splitRows(from, config.joined).map(([ours, layout]) => {
        const rows = layout.groups * layout.count;
        return toTensor(inLayer(ours), [rows, ...from.shape.slice(1)], layout);
      });
    }
    if (end === 'weight' && from.shape.length === 2 && family.transposed?.includes(part) === true) {
      const ours = family.names.parts?.[part] ?? part;
      return [toTensor(inLayer(ours), from.shape.toReversed(), { kind: 'transposed', from })];
    }
    const ours = family.names.parts?.[part];
    return [named(ours === undefined ? undefined : `blk.${layer}.${ours}`, { end, from }, naming)];
  });
  return [...tensors, ...[...stacks].map(([name, entries]) => stacked(name, entries))];
}

/** A tensor that follows from the configuration. */
export function computedTensor(name: string, numbers: Float32Array): CheckpointTensor {
  return toTensor(name, [numbers.length], { kind: 'computed', numbers });
}

/** The name of a tensor, given without its end, outside of the layers. */
export function nameInModel(part: string, { names }: Pick<Family, 'names'>): string | undefined {
  if (Object.hasOwn(names.model, part)) return names.model[part];
  const number = /\.(?<number>\d+)\./.exec(part)?.groups?.['number'];
  return number === undefined ? undefined : names.model[part.replace(`.${number}.`, '.*.')]?.replace('*', number);
}

function takeApart(name: string, { names }: Family): HubName {
  const end = /\.(?<end>weight|bias)$/.exec(name)?.groups?.['end'] ?? '';
  const stem = end === '' ? name : name.slice(0, -end.length - 1);
  const isInLayer = names.layers !== undefined && stem.startsWith(`${names.layers}.`);
  const inLayer = isInLayer ? stem.slice(`${names.layers}.`.length) : '';
  const { layer, part = stem } = /^(?<layer>\d+)\.(?<part>.+)$/.exec(inLayer)?.groups ?? {};
  return { layer, part, end };
}

/** The stack that a tensor belongs to, and its place there. */
function stackPlace(part: string, { stacks = {} }: Family): readonly [string | undefined, number] {
  const number = /\.(?<number>\d+)(?=\.|$)/.exec(part)?.groups?.['number'];
  const pattern = number === undefined ? part : part.replace(`.${number}`, '.*');
  return [Object.hasOwn(stacks, pattern) ? stacks[pattern] : undefined, Number(number)];
}

/** The parts of a joined matrix or bias by their names in a layer. */
function splitRows(
  from: StoredTensor,
  { groups, rows }: JoinedRows,
): readonly (readonly [string, Extract<TensorLayout, { kind: 'grouped' }>])[] {
  const shares = Object.values(rows).reduce((sum, share) => sum + share, 0);
  const unit = (from.shape[0] ?? 0) / groups / shares;
  if (!Number.isSafeInteger(unit)) {
    const problem = `the tensor ${from.name} has ${from.shape[0]} rows, which do not make ${groups} · ${shares} parts.`;
    throw checkpointError({ code: 'checkpoint-tensors', path: from.path, problem });
  }
  let start = 0;
  return Object.entries(rows).map(([ours, share]) => {
    const layout = { kind: 'grouped', from, groups, start, count: share * unit } as const;
    start += layout.count;
    return [ours, layout] as const;
  });
}

function named(
  ours: string | undefined,
  { end, from }: { readonly end: string; readonly from: StoredTensor },
  { family, config }: Naming,
): CheckpointTensor {
  if (ours === undefined) return toTensor(from.name, from.shape, { kind: 'stored', from });
  const used = end === 'weight' ? withoutRows(from, config.unusedRows?.[ours] ?? 0) : from;
  const isNorm = ours.endsWith('norm') && end === 'weight';
  const changed = family.normsAddOne === true && isNorm ? 'plus-one' : 'stored';
  const kind = end === 'weight' && config.unitRows?.includes(ours) === true ? 'unit-rows' : changed;
  return toTensor(`${ours}.${end}`, used.shape, { kind, from: used });
}

/** A tensor without its first rows: what is left lies in one piece. */
function withoutRows(from: StoredTensor, count: number): StoredTensor {
  const [rows = 0, ...rest] = from.shape;
  if (count === 0 || rows <= count) return from;
  const skipped = (from.sizeBytes / rows) * count;
  return {
    ...from,
    name: `${from.name}[${count}:]`,
    shape: [rows - count, ...rest],
    offset: from.offset + skipped,
    sizeBytes: from.sizeBytes - skipped,
  };
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
