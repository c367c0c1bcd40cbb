import {
  alpacaEvalAnnotations,
  battlesOfJudge,
  joinJudgements,
  judgedBattles,
  mtBenchJudgments,
  writeBattles,
  type JudgedGame,
} from '@understudy/arena';
import type { Judge } from '@understudy/store';
import { z } from 'zod';
import { EXIT } from '../../errors/exit-codes.js';
import type { OptionTable } from '../../options/option.js';
import { outputOption } from '../../options/tables/output-option.js';
import { defineCommand } from '../command.js';
import { openHomeArena } from '../open-home-arena.js';
import { writeOutput } from '../write-output.js';
import { findJudge } from './find-judge.js';
import { judgeReportOptions } from './judge-options.js';
import { storedJudgements } from './stored-judgements.js';

const FORMATS = ['battles', 'csv', 'mt-bench', 'alpaca-eval'] as const;
type Format = (typeof FORMATS)[number];

const options = {
  format: {
    flag: 'format',
    arity: 'one',
    placeholder: 'name',
    schema: z.enum(FORMATS).default('battles'),
    expects: (messages) => messages.expects.oneOf(FORMATS),
    text: 'judgeFormat',
    group: 'results',
  },
  output: outputOption,
  baseline: judgeReportOptions.baseline,
} as const satisfies OptionTable;

/** `understudy judge export JUDGE --format NAME` */
export const judgeExport = defineCommand({
  options,
  async run({ values, words }, context) {
    const { messages } = context;
    const [name = ''] = words;
    await using store = await openHomeArena(context);
    const judge = await findJudge(store, name, messages);
    const stored = await storedJudgements(store, judge);
    const pieces = piecesOf(judge, joinJudgements(stored.judgements, stored), values);
    await writeOutput(pieces, values.output, context);
    return EXIT.done;
  },
});

function piecesOf(
  judge: Judge,
  games: readonly JudgedGame[],
  { format, baseline }: { readonly format: Format; readonly baseline?: string | undefined },
): Iterable<string> {
  switch (format) {
    case 'battles':
    case 'csv': {
      const table = battlesOfJudge(judgedBattles(judge, games), { judge: judge.id, questionIds: 'source' });
      return writeBattles(table, format === 'csv' ? 'csv' : 'jsonl');
    }
    case 'mt-bench':
      return mtBenchJudgments(judge, games);
    case 'alpaca-eval':
      return alpacaEvalAnnotations(judge, { games, battles: judgedBattles(judge, games) }, baseline);
    default:
      return format satisfies never;
  }
}
