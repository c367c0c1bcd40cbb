import type { Judge } from '@understudy/store';
import type { JudgedGame } from '../combine/judged-game.js';
import { preferenceForFirst } from '../combine/points.js';

/** AlpacaEval's preference is 1 for the first output, 2 for the second. */
const FIRST = 1;

/**
 * AlpacaEval's `annotations.json` as a JSON list, an annotation a game: `output_1` is the baseline's, `output_2` the model's whichever was
 * shown first; `preference` is 1 to 2, null where the judge gave no verdict. Of conversations the first turn is an annotation. Without
 * a baseline the model whose name comes first takes its place.
 */
export function* alpacaEvalAnnotations(
  judge: Judge,
  games: readonly JudgedGame[],
  baseline?: string,
): Generator<string> {
  let separator = '[\n';
  for (const { judgement, question, first, second } of games) {
    if (second === null || judgement.turn > 1) continue;
    const isFirstBase = baseline === undefined ? first.versionId < second.versionId : first.versionId === baseline;
    const [base, model] = isFirstBase ? [first, second] : [second, first];
    const preference = judgement.state === 'ok' ? preferenceForFirst(judgement) : null;
    const towardsModel = preference === null ? null : isFirstBase ? 1 - preference : preference;
    const row = {
      instruction: question.turns[0] ?? '',
      dataset: question.setId,
      generator_1: base.versionId,
      output_1: base.turns[0] ?? '',
      generator_2: model.versionId,
      output_2: model.turns[0] ?? '',
      annotator: judge.id,
      preference: towardsModel === null ? null : FIRST + towardsModel,
      raw_completion: judgement.raw,
      price_per_example: judgement.cost,
      time_per_example: judgement.latencyMs === null ? null : judgement.latencyMs / 1000,
    };
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
