import type { CommandContext } from './command-context.js';

/** What opening a database needs of a command's context. */
export type UpgradeContext = Pick<CommandContext, 'environment' | 'messages' | 'stderr' | 'signal'>;

/** Says that an older database is being brought up to date, which with many samples keeps a command waiting. */
export function tellUpgrade({ messages, stderr }: UpgradeContext): () => void {
  return () => void stderr.write(`${messages.runs.upgrading}\n`);
}
