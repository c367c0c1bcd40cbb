import { textAt, type BattleTable } from '@understudy/arena';
import { countStyle, featureColumns, type FeatureColumns, type StyleCounts } from '@understudy/statistics';
import type { ArenaStore } from '@understudy/store';
import { withTurns } from './with-turns.js';

/** What of the answers is controlled for. */
export type Control = 'length' | 'style';

const FEATURES = {
  length: ['words'],
  style: ['words', 'headers', 'lists', 'bold'],
} as const satisfies Readonly<Record<Control, readonly (keyof StyleCounts)[]>>;

const key = (questionId: string, versionId: string): string => JSON.stringify([questionId, versionId]);

async function stylesOf(store: ArenaStore, questionIds: readonly string[]): Promise<ReadonlyMap<string, StyleCounts>> {
  const found = new Map<string, StyleCounts>();
  for (const questionId of questionIds) {
    for await (const { versionId, turns, sample } of withTurns(store.answers({ questionId }))) {
      if (sample === 0) found.set(key(questionId, versionId), countStyle(turns.join('\n\n')));
    }
  }
  return found;
}

/** How the two answers of each vote differ in length or style; undefined where the answers are not there. */
export async function controlFeatures(
  table: BattleTable,
  control: Control,
  store: ArenaStore,
): Promise<FeatureColumns | undefined> {
  const questions = table.columns.get('question_id');
  if (questions === undefined) return undefined;
  const styles = await stylesOf(store, questions.values);
  if (styles.size === 0) return undefined;
  const column = (models: Int32Array, name: keyof StyleCounts): Float64Array =>
    Float64Array.from(models, (model, row) => {
      const style = styles.get(key(textAt(questions, row) ?? '', table.models[model] ?? ''));
      return style === undefined ? Number.NaN : style[name];
    });
  return featureColumns(
    FEATURES[control].map((name) => ({
      name,
      form: name === 'words' ? 'log-ratio' : 'relative-difference',
      first: column(table.first, name),
      second: column(table.second, name),
    })),
  );
}
