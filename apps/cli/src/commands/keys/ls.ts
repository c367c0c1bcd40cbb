import type { AccessKey } from '@understudy/store';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { databaseOption } from '../../options/tables/database-option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { formatColumns } from '../../terminal/columns.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';

const day = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 10));

/** What a listing says of a key: never its hash. */
function shownKey({ id, role, label, createdAt, expiresAt, revokedAt }: AccessKey) {
  return { id, role, label, created: day(createdAt), expires: day(expiresAt), revoked: day(revokedAt) };
}

function keyTable(keys: readonly ReturnType<typeof shownKey>[], { columns }: Messages['serve']): string {
  return formatColumns(
    [columns.id, columns.role, columns.label, columns.created, columns.expires, columns.revoked].map((title) => ({
      title,
    })),
    keys.map((key) => [key.id, key.role, key.label, key.created ?? '', key.expires ?? '', key.revoked ?? '']),
  );
}

/** `understudy keys ls` */
export const keysLs = defineCommand({
  options: { database: databaseOption, json: jsonOption },
  async run({ values }, context) {
    const { messages, stdout } = context;
    await using store = await openHomeArena(context, values.database);
    const keys = (await store.listKeys()).map(shownKey);
    if (values.json) printJson(stdout, { keys });
    else stdout.write(`${keys.length === 0 ? messages.serve.noKeys : keyTable(keys, messages.serve)}\n`);
    return EXIT.done;
  },
});
