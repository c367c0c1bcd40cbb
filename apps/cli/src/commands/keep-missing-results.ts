import { refreshResults } from '@understudy/evaluate';
import type { Store } from '@understudy/store';
import { showProgress } from '../terminal/show-progress.js';
import type { CommandContext } from './command-context.js';

/** Computes what runs came to where nobody has yet: in databases made before results were kept, and after a crash. */
export async function keepMissingResults(store: Store, context: CommandContext): Promise<void> {
  const { stderr, messages, signal } = context;
  using display = showProgress(stderr);
  for await (const { done, total } of refreshResults(store, { signal })) {
    display.update(messages.leaderboard.refreshing(done, total));
  }
}
