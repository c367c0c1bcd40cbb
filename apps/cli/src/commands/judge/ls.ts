import type { Judge } from '@understudy/store';
import { judgeRecord } from '@understudy/arena';
import { EXIT } from '../../errors/exit-codes.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';
import { printJson } from '../../terminal/print-json.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';

/** A judge and how much it has judged. */
interface JudgeListing {
  readonly judge: Judge;
  readonly judgements: number;
}

/** `understudy judge ls` */
export const judgeLs = defineCommand({
  options: { json: jsonOption },
  async run({ values }, context) {
    const { messages, stdout } = context;
    await using store = await openHomeArena(context);
    const counts = new Map<string, number>();
    for await (const { judgeId } of store.judgements()) counts.set(judgeId, (counts.get(judgeId) ?? 0) + 1);
    const listing = (await store.listJudges()).map((judge) => ({ judge, judgements: counts.get(judge.id) ?? 0 }));
    if (values.json) {
      const judges = listing.map(({ judge, judgements }) => ({ ...judgeRecord(judge), judgements }));
      printJson(stdout, { judges });
    } else {
      const { ls } = messages.judge;
      stdout.write(`${listing.length === 0 ? ls.none : tableOf(listing, ls)}\n`);
    }
    return EXIT.done;
  },
});

function tableOf(listing: readonly JudgeListing[], titles: Readonly<Record<keyof JudgeColumns, string>>): string {
  return formatColumns(
    [
      { title: titles.id },
      { title: titles.mode },
      { title: titles.prompt },
      { title: titles.spec },
      { title: titles.judgements, align: 'right' },
      { title: titles.made },
    ],
    listing.map(({ judge, judgements }) => [
      judge.id,
      judge.mode,
      judge.prompt,
      judge.spec,
      formatCount(judgements),
      new Date(judge.createdAt).toISOString().slice(0, 16).replace('T', ' '),
    ]),
  );
}

type JudgeColumns = Record<'id' | 'mode' | 'prompt' | 'spec' | 'judgements' | 'made', string>;
