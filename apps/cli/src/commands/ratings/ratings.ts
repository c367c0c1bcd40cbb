import { rateBattles, rateBattlesBy, ratingRecord, ratingsByRecord } from '@understudy/arena';
import { EXIT } from '../../errors/exit-codes.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { readBattleFile } from '../battles/read-battle-file.js';
import { ratingsText } from './ratings-text.js';
import { ratingsOptions } from './ratings-options.js';

/** `understudy ratings FILE` */
export const ratings = defineCommand({
  options: ratingsOptions,
  async run({ values, words }, context) {
    const { messages, stdout } = context;
    const [path = ''] = words;
    const { by, cluster = [], columns } = values;
    const keep = by === undefined ? cluster : [...cluster, by];
    const battles = await readBattleFile(path, { columns, keep }, context);
    if (by === undefined) {
      const table = rateBattles(battles, values);
      if (values.json) printJson(stdout, ratingRecord(table));
      else stdout.write(`${ratingsText(table, messages.ratings)}\n`);
      return EXIT.done;
    }
    const groups = rateBattlesBy(battles, { ...values, by });
    if (values.json) printJson(stdout, ratingsByRecord(by, groups));
    else {
      const texts = groups.map(
        ({ value, table }) => `${messages.ratings.group(by, value)}\n${ratingsText(table, messages.ratings)}`,
      );
      stdout.write(`${texts.join('\n\n')}\n`);
    }
    return EXIT.done;
  },
});
