import {
  rateBattles,
  rateBattlesBy,
  ratingRecord,
  ratingsByRecord,
  type BattleTable,
  type RateBattlesOptions,
} from '@understudy/arena';
import { EXIT } from '../../errors/exit-codes.js';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';
import { printable } from '../../terminal/printable.js';
import { printJson } from '../../terminal/print-json.js';
import { showProgress } from '../../terminal/show-progress.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { readBattleFile } from '../battles/read-battle-file.js';
import { ratingsText } from './ratings-text.js';
import { ratingsOptions } from './ratings-options.js';

/** What is to be printed, in either form. */
interface Printed {
  readonly record: object;
  readonly text: string;
}

function rate(
  battles: BattleTable,
  { by, ...options }: RateBattlesOptions & { readonly by?: string | undefined },
  { ratings: texts }: Messages,
): Printed {
  if (by === undefined) {
    const table = rateBattles(battles, options);
    return { record: ratingRecord(table), text: ratingsText(table, texts) };
  }
  const groups = rateBattlesBy(battles, { ...options, by });
  const parts = groups.map(({ value, table, error }) => {
    const text = table === undefined ? error.message : ratingsText(table, texts);
    return `${texts.group(by, value)}\n${text}`;
  });
  return { record: ratingsByRecord(by, groups), text: parts.join('\n\n') };
}

/** Says that it is at work: many rounds over many votes take their time. */
function rateVisibly(
  battles: BattleTable,
  options: Parameters<typeof rate>[1],
  { messages, stderr }: CommandContext,
): Printed {
  using display = showProgress(stderr);
  display.update(messages.ratings.computing(formatCount(battles.first.length)));
  return rate(battles, options, messages);
}

/** `understudy ratings FILE` */
export const ratings = defineCommand({
  options: ratingsOptions,
  async run({ values, words }, context) {
    const [path = ''] = words;
    const { by, cluster = [], columns } = values;
    const keep = by === undefined ? cluster : [...cluster, by];
    const battles = await readBattleFile(path, { columns, keep }, context);
    const { record, text } = rateVisibly(battles, values, context);
    if (values.json) printJson(context.stdout, record);
    else context.stdout.write(`${printable(text)}\n`);
    return EXIT.done;
  },
});
