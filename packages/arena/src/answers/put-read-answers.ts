import type { ArenaStore } from '@understudy/store';
import { putNewModels } from './put-new-models.js';
import type { ReadAnswer } from './read-answers.js';

/** Stores answers of a file with their models; models that are known keep what is known of them. */
export async function putReadAnswers(
  store: Pick<ArenaStore, 'listModels' | 'putModels' | 'putAnswers'>,
  batch: readonly ReadAnswer[],
): Promise<void> {
  if (batch.length === 0) return;
  await putNewModels(
    store,
    batch.map(({ version }) => version),
  );
  await store.putAnswers(batch.map(({ answer }) => answer));
}
