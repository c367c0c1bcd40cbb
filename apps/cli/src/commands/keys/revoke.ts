import { UserError } from '@understudy/core';
import { EXIT } from '../../errors/exit-codes.js';
import { databaseOption } from '../../options/tables/database-option.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';

/** `understudy keys revoke ID…` */
export const keysRevoke = defineCommand({
  options: { database: databaseOption },
  async run({ values, words }, context) {
    const { messages, stderr } = context;
    await using store = await openHomeArena(context, values.database);
    const known = new Set((await store.listKeys()).map(({ id }) => id));
    const unknown = words.find((id) => !known.has(id));
    if (unknown !== undefined) {
      throw new UserError({
        code: 'key-unknown',
        message: messages.serve.keyUnknown(unknown),
        hint: messages.serve.keyUnknownHint,
      });
    }
    for (const id of words) {
      await store.revokeKey(id, Date.now());
      await store.appendAudit({ at: Date.now(), actor: 'cli', action: 'key-revoke', target: id, details: '{}' });
    }
    stderr.write(`${messages.serve.revoked(String(words.length))}\n`);
    return EXIT.done;
  },
});
