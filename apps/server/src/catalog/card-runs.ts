import type { ModelCard } from '@understudy/catalog';
import type { Run } from '@understudy/store';

/** Whether a run was one of the model of a card: of the very file that the card names, or of a hosted model by its spec. */
export function isRunOf(run: Pick<Run, 'identity' | 'model'>, { id, weights, remote }: ModelCard): boolean {
  if (weights.file !== null && run.identity === weights.file.sha256) return true;
  return run.model === id || (remote !== null && run.model === remote.value);
}
