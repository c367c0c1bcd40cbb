import type { ModelCard } from '../card/card.js';
import type { WeightMatrix } from './weight-matrix.js';

/** Architectures of llama.cpp that keep queries, keys and values in one matrix. */
const FUSED = new Set(['bloom', 'falcon', 'gpt2', 'gptneox', 'mpt', 'phi2', 'starcoder']);

/** Shares of the parameters by which the shapes may miss a number that was counted, computed or reported, and one that was rounded. */
const TOLERANCE = { exact: 0.03, nominal: 0.08 };

/**
 * The matrices that a decoder is made of, from its card; undefined where the card does not know its shape, or the shape does not explain the
 * number of its parameters, which means that it is not built as this one is. Whether the embedding is also the output layer no card says:
 * the number of parameters decides.
 */
export function weightMatrices(card: ModelCard): readonly WeightMatrix[] | undefined {
  if (!KNOWN.has(card)) KNOWN.set(card, findMatrices(card));
  return KNOWN.get(card);
}

/** A card's matrices do not depend on the format, and are asked for in several formats one after another. */
const KNOWN = new WeakMap<ModelCard, readonly WeightMatrix[] | undefined>();

function findMatrices({ architecture, parameters, llamaCpp }: ModelCard): readonly WeightMatrix[] | undefined {
  if (architecture === null || parameters === null || architecture.type === 'encoder-decoder') return undefined;
  const { layers, hiddenSize: width, feedForwardSize, attentionHeads, keyValueHeads, headSize } = architecture;
  const { vocabularySize: vocabulary, contextLength, experts, activation, positions } = architecture;
  if (layers === null || width === null || feedForwardSize === null || vocabulary === null) return undefined;
  if (attentionHeads === null || keyValueHeads === null || headSize === null) return undefined;

  const queries = attentionHeads * headSize;
  const keys = keyValueHeads * headSize;
  const upMatrices = /glu|gated/i.test(activation ?? '') ? 2 : 1;
  const { count, active } = experts ?? { count: 1, active: 1 };
  const readShare = active / count;
  const attention: readonly Shape[] = FUSED.has(llamaCpp?.architecture ?? '')
    ? [['attention-value', width, queries + 2 * keys]]
    : [
        ['attention', width, queries],
        ['attention-key', width, keys],
        ['attention-value', width, keys],
      ];
  const shapes: readonly Shape[] = [
    ...attention,
    ['attention-output', queries, width],
    ['feed-forward', width, feedForwardSize * upMatrices * count, readShare],
    ['feed-forward-down', feedForwardSize, width * count, readShare],
    ['unquantized', width, 2 + (count > 1 ? count : 0)],
  ];
  const layered = Array.from({ length: layers }, (_, layer) => shapes.map((shape) => toMatrix(shape, layer))).flat();
  const learned = /^learned/i.test(positions ?? '') ? (contextLength ?? 0) : 0;
  const rest = [...layered, toMatrix(['unquantized', width, 1 + learned], 0)];
  const tied = [...rest, toMatrix(['output', width, vocabulary], 0)];
  const untied = [...tied, toMatrix(['token-embedding', width, vocabulary, 0], 0)];

  const miss = (matrices: readonly WeightMatrix[]) => Math.abs(elements(matrices) / parameters.value - 1);
  const nearest = miss(tied) <= miss(untied) ? tied : untied;
  const tolerance = parameters.basis === 'nominal' ? TOLERANCE.nominal : TOLERANCE.exact;
  return miss(nearest) <= tolerance ? nearest : undefined;
}

/** Role, elements of a row, rows, share that a token reads. */
type Shape = readonly [role: WeightMatrix['role'], rowLength: number, rows: number, readShare?: number];

function toMatrix([role, rowLength, rows, readShare = 1]: Shape, layer: number): WeightMatrix {
  return { role, rowLength, rows, layer, readShare };
}

function elements(matrices: readonly WeightMatrix[]): number {
  return matrices.reduce((sum, { rowLength, rows }) => sum + rowLength * rows, 0);
}
