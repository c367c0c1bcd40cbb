import { join } from 'node:path';
import { UserError } from '@understudy/core';
import type { Repo } from './repo.js';
import type { Transfer } from '../transfer/transfer.js';

/**
 * Folder of a repository: `<home>/datasets/<owner>/<name>` or `<home>/models/hf/<owner>/<name>`. Inside, `<commit>/…` holds files as
 * the repository lays them out, and `refs/<hub>/<revision>.json` says which commit a revision was at one hub, and what it held.
 */
export function repoFolder(repo: Repo, home: string): string {
  if (!/^[\w.-]+(\/[\w.-]+)?$/.test(repo.name) || repo.name.includes('..')) {
    throw new UserError({
      code: 'repo-name',
      message: `${JSON.stringify(repo.name)} is not a name of a repository on the data hub.`,
      hint: 'Write it as owner/name.',
    });
  }
  return join(home, ...(repo.type === 'dataset' ? ['datasets'] : ['models', 'hf']), ...repo.name.split('/'));
}

/** Where the listing of a revision is kept. Hubs are kept apart: a mirror may hold other files under the same name. */
export function listingPath(repo: Repo, revision: string, transfer: Transfer): string {
  if (!URL.canParse(transfer.endpoint)) {
    throw new UserError({
      code: 'hub-endpoint',
      message: `HF_ENDPOINT is ${JSON.stringify(transfer.endpoint)}, which is no address.`,
      hint: 'Write it like https://hub.example.org.',
    });
  }
  const hub = new URL(transfer.endpoint).host.replaceAll(':', '_');
  return join(repoFolder(repo, transfer.home), 'refs', hub, `${encodeURIComponent(revision)}.json`);
}
