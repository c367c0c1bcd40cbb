import type { TextModel } from '../architectures/text-model.js';
import { GraphBuilder } from '../graph/graph-builder.js';
import type { Graph } from '../graph/graph.js';
import { tokenScores } from '../parts/token-scores.js';

/** The head's graph, with the names its outputs have. */
export interface HeadGraph {
  readonly graph: Graph;
  readonly logProbability: string;
  readonly isArgMax: string;
  readonly argMax: string;
}

/** The graph from normalised rows to scores of targets. Inputs: `hidden` [rows, length], `places` int64 [targets, 2]. */
export function headGraph(model: TextModel): HeadGraph {
  const g = new GraphBuilder('head');
  const hidden = g.input('hidden', 'float32', ['rows', model.embeddingLength]);
  const places = g.input('places', 'int64', ['targets', 2]);
  const scores = tokenScores(g, model.head(g, hidden), places, model.vocabularySize);
  const { logProbability, isArgMax, argMax } = scores;
  for (const output of [logProbability, isArgMax, argMax]) g.output(output);
  return { graph: g.build(), logProbability: logProbability.name, isArgMax: isArgMax.name, argMax: argMax.name };
}
