import { invite, issueKey } from '@understudy/server';
import type { AccessKey, ArenaStore } from '@understudy/store';
import { EXIT } from '../../errors/exit-codes.js';
import type { OptionValues } from '../../options/option.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';
import { keyOptions } from './key-options.js';

const DAY_MS = 86_400_000;
const INVITATION_DAYS = 30;

type KeyValues = OptionValues<typeof keyOptions>;

/** Of a viewer's or an admin's key, which is nobody's. */
async function createKey(store: ArenaStore, role: AccessKey['role'], { label, expires }: KeyValues): Promise<string> {
  const createdAt = Date.now();
  const expiresAt = expires === undefined ? null : createdAt + expires * DAY_MS;
  return (await issueKey(store, { role, annotatorId: null, label, createdAt, expiresAt })).secret;
}

/** `understudy keys create` */
export const keysCreate = defineCommand({
  options: keyOptions,
  async run({ values }, context) {
    const { messages, stdout, stderr } = context;
    await using store = await openHomeArena(context, values.database);
    const { role, label, expires = INVITATION_DAYS } = values;
    const secret =
      role === 'annotator'
        ? (
            await invite(
              { pseudonym: label, kind: 'crowd', locale: null, expiresInDays: expires },
              { store, now: Date.now },
            )
          ).secret
        : await createKey(store, role, values);
    const path = role === 'annotator' ? `/join#${secret}` : null;
    await store.appendAudit({
      at: Date.now(),
      actor: 'cli',
      action: 'key-create',
      target: null,
      details: JSON.stringify({ role, label }),
    });
    if (values.json) printJson(stdout, { role, label, secret, path });
    else stdout.write(`${path ?? secret}\n`);
    stderr.write(`${role === 'annotator' ? messages.serve.invitation : messages.serve.keyOnce}\n`);
    return EXIT.done;
  },
});
