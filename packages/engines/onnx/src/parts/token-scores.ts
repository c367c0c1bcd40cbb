import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { firstArgMax } from './first-arg-max.js';

/** Log-probability of each target in nats, [targets]; whether it is its row's arg-max, [targets, 1]; arg-max of each row, [rows, 1]. */
export interface TokenScores {
  readonly logProbability: Value;
  readonly isArgMax: Value;
  readonly argMax: Value;
}

/**
 * Scores targets under logits. logits: [rows, vocabulary]; places: int64 [targets, 2], the row and the token of each target:
 * the answers A to D of one question are four targets of one row.
 *
 * The log-softmax of the whole row is computed although few elements are taken: ONNX Runtime's vectorised LogSoftmax takes 42 µs
 * for 49,152 columns, its ReduceLogSumExp 258 µs.
 */
export function tokenScores(g: GraphBuilder, logits: Value, places: Value, vocabularySize: number): TokenScores {
  const logProbabilities = g.node('LogSoftmax', [logits], { attributes: { axis: 1 } });
  const [row, token] = g.nodes('Split', [places], 2, { attributes: { axis: 1, num_outputs: 2 }, type: 'int64' });
  const argMax = firstArgMax(g, logits, vocabularySize);
  const best = g.node('GatherND', [argMax, row], { type: 'int64' });
  return {
    argMax,
    logProbability: g.node('GatherND', [logProbabilities, places]),
    isArgMax: g.node('Equal', [best, token], { type: 'bool' }),
  };
}
